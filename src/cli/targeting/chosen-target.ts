import { HarnessFault } from '../../model/fault.ts';
import { type ChosenTarget, chooseTarget, type Project } from '../../project/project.ts';
import { capabilities, isCapability } from '../../target/capability.ts';
import { mistakeInHost } from './host-settings.ts';

/** The target that is asked for, with a host that we really have and capabilities that exist; BAD_CONFIGURATION with its place otherwise. */
export function chosenTarget(project: Project, asked: string | undefined): ChosenTarget {
  const chosen = chooseTarget(project, asked);
  const { requires } = chosen.entry;
  const found = mistakeInHost(chosen.entry);
  if (found !== null) throw mistake(chosen.fieldPlace([found.field]), found.message);
  const stranger = requires.find((name) => !isCapability(name));
  if (stranger !== undefined) {
    const known = capabilities.join(', ');
    throw mistake(chosen.fieldPlace(['requires']), `found "${stranger}", expected capabilities: ${known}`);
  }
  return chosen;
}

function mistake(where: string, message: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${where} ${message}`,
    hint: 'Nothing was sent to any target. Mend the line and run again.',
  });
}
