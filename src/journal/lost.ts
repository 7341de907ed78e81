import { HarnessFault } from '../model/fault.ts';

/** What was observed cannot be kept: the run must end before it writes to the target again. */
export function evidenceLost(what: string, cause: unknown): HarnessFault {
  // What is known more exactly stays as it is.
  if (cause instanceof HarnessFault) return cause;
  return new HarnessFault({
    code: 'EVIDENCE_LOST',
    message: `${what}: ${reasonOf(cause)}; expected that everything observed can be kept.`,
    hint: 'Mend the disk or the reports folder (space, rights, nobody else at work there). What was kept can be read with: npx tollgate judge <run>',
    cause,
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

const diskFaults = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM', 'EFBIG', 'ENXIO']);

/** Whether an error is the disk's and not ours. */
export function isDiskFault(error: unknown): boolean {
  return diskFaults.has((error as NodeJS.ErrnoException | null)?.code ?? '');
}
