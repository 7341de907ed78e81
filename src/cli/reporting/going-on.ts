import { readPlan } from '../../journal/run-folder.ts';
import { HarnessFault } from '../../model/fault.ts';
import { readLease } from '../../run/processes/lease.ts';
import { holderOf } from '../../run/processes/reap-lease.ts';

/** A run under way has no verdict yet: to write one into its folder, and seal it, would make all that follows look altered. */
export async function refuseGoingOn(runDir: string): Promise<void> {
  const planned = await readPlan(runDir);
  const lease = await readLease(runDir, planned?.plan.runId ?? null);
  if (lease === null || (await holderOf(lease)) !== 'alive') return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Run ${lease.runId} still goes on, in process ${lease.holder.pid} of this machine; expected one that has ended.`,
    hint: 'It is judged and reported by itself at its end. To see it now, read its journal.ndjson.',
  });
}
