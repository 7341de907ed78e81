import { HarnessFault } from '../model/fault.ts';

/** What was observed cannot be kept: the run must end before it writes to the target again. */
export function evidenceLost(what: string, cause: unknown): HarnessFault {
  return new HarnessFault({
    code: 'EVIDENCE_LOST',
    message: `${what}: ${reasonOf(cause)}; expected that everything observed can be kept.`,
    hint: 'Mend the disk or the reports folder (space, rights, nobody else at work there), then go on with: npx tollgate run --resume <run>',
    cause,
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
