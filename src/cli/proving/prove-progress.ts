import type { ProveWatcher } from '../../prove/prove.ts';
import { visibleTitle } from '../../report/visible-text.ts';
import type { Shell } from '../command.ts';
import { clearLine } from '../running/progress.ts';

/** One line that rewrites itself for a person; without a terminal one line a stage, and the defects that were not caught. */
export function proveProgress(shell: Shell): ProveWatcher {
  const show = (text: string) => {
    if (shell.isTerminal) shell.write(`${clearLine}${visibleTitle(text, shell.columns - 1)}`);
    else shell.err(text);
  };
  return {
    onStage: show,
    onDefect: ({ defect, ending }, done, all) => {
      const isCaught = ending.kind === 'caught';
      if (shell.isTerminal || !isCaught || done === all)
        show(
          `${done} of ${all} defects${isCaught ? '' : `; not caught in memory: ${visibleTitle(defect.name, 60)}`}`,
        );
    },
  };
}
