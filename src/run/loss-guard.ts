import { HarnessFault } from '../model/fault.ts';
import type { Halt } from './halt.ts';

/** Stands between the run and the disk: the first thing that cannot be kept ends the run. */
export interface LossGuard {
  /** Does what keeps something. Once anything was lost nothing is taken any more, so that no announced write goes out. */
  kept<Result>(act: () => Promise<Result>): Promise<Result>;
}

export function openLossGuard(runDir: string, halt: Halt): LossGuard {
  let lost: HarnessFault | null = null;
  return {
    kept: async (act) => {
      if (lost !== null) throw lost;
      try {
        const result = await act();
        // What was lost meanwhile elsewhere counts as well.
        if (lost === null) return result;
      } catch (error) {
        if (!(error instanceof HarnessFault) || error.code !== 'EVIDENCE_LOST') throw error;
        lost ??= withPlace(error, runDir);
        halt.stop({ kind: 'lost', fault: lost });
      }
      throw lost;
    },
  };
}

function withPlace(fault: HarnessFault, runDir: string): HarnessFault {
  return new HarnessFault({
    code: fault.code,
    message: `${fault.message} The run was stopped before the next write to the target.`,
    hint: `What was recorded before is kept in ${runDir}. Read it with: npx tollgate judge ${runDir}. Mend the disk or the folder, then run again, or go on with --resume.`,
    cause: fault,
  });
}
