import { rm } from 'node:fs/promises';
import { channelVariable } from '../../channel/message.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { Lease } from './lease.ts';
import { leashVariable } from './leash-mark.ts';
import { type Machine, thisMachine } from './machine.ts';
import { reap } from './orphans.ts';
import { listProcesses, processOf, type SeenProcess } from './process-list.ts';

export type LeaseHolder = 'alive' | 'dead' | 'elsewhere';

/** Whether the run still goes on: in a process of this machine, nowhere any more, or perhaps on another machine. */
export async function holderOf(lease: Lease): Promise<LeaseHolder> {
  if (lease.state === 'released') return 'dead';
  const here = await thisMachine();
  if (lease.machine.host !== here.host) return 'elsewhere';
  // Since then the machine was started anew: no process of that time is left.
  if (lease.machine.boot !== here.boot) return 'dead';
  if (lease.machine.processSpace !== here.processSpace) return 'elsewhere';
  const seen = await processOf(lease.holder.pid);
  return seen?.startTime === lease.holder.startTime ? 'alive' : 'dead';
}

/**
 * Ends everything that a cut run left running on this machine and removes its temporary folder. Answers what had to be ended,
 * as "pid command". Refuses while the run still goes on, or may go on elsewhere.
 */
export async function reapLease(lease: Lease): Promise<readonly string[]> {
  const holder = await holderOf(lease);
  if (holder !== 'dead') throw notToReap(lease, holder);
  const ended = isSameBoot(lease.machine, await thisMachine()) ? await reapProcesses(lease) : [];
  await rm(lease.tempDir, { recursive: true, force: true });
  return ended;
}

function isSameBoot(one: Machine, other: Machine): boolean {
  return one.boot === other.boot && one.processSpace === other.processSpace;
}

async function reapProcesses(lease: Lease): Promise<readonly string[]> {
  const leaders = new Map(lease.tools.map((tool) => [tool.pid, tool.startTime]));
  const living = (await listProcesses()).filter(({ pid, startTime }) => leaders.get(pid) === startTime);
  // The number of a group whose leader is gone may be another's by now; its members are known by what they carry.
  const groups = new Set(living.map(({ pid }) => pid));
  const isOfRun = (one: SeenProcess): boolean =>
    groups.has(one.group) ||
    one.carries(channelVariable, lease.channelPath) ||
    lease.tools.some(({ mark }) => one.carries(leashVariable, mark));
  return reap(isOfRun, 0);
}

function notToReap(lease: Lease, holder: 'alive' | 'elsewhere'): HarnessFault {
  const { host } = lease.machine;
  return new HarnessFault(
    holder === 'alive'
      ? {
          code: 'USAGE',
          message: `Run ${lease.runId} still goes on, in process ${lease.holder.pid} of this machine; expected one that has ended.`,
          hint: 'Wait for its end, or end it with Ctrl-C.',
        }
      : {
          code: 'USAGE',
          message: `Run ${lease.runId} was begun on the machine "${host}" and was not ended there in order; this one cannot see whether it still goes on.`,
          hint: `Go on with it on "${host}". If that machine is gone, remove lease.json from the run's folder first.`,
        },
  );
}
