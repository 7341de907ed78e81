import { commandSteps, type PlannedPhase } from '../../model/deciding/plan.ts';
import type { CheckId, PlannedCheck } from '../../model/observing/check.ts';
import type { ShardNumber } from '../../model/observing/record.ts';
import { wholePhases } from '../phases/index.ts';

/**
 * The checks as one shard plans them: each that would run belongs to exactly one shard, by the list of checks alone. Every
 * shard sees the same list, so that they agree without speaking to one another.
 */
export function shardedChecks(
  checks: readonly PlannedCheck[],
  phases: readonly PlannedPhase[],
  shard: ShardNumber,
): PlannedCheck[] {
  const owners = shardOwners(checks, phases, shard.total);
  return checks.map((check) => {
    const owner = owners.get(check.id);
    if (owner === undefined || owner === shard.index) return check;
    const reason = `shard ${owner}/${shard.total} runs it`;
    return { ...check, disposition: { kind: 'excluded', by: 'option', reason, inShard: owner } };
  });
}

/**
 * Which shard runs a check, from 1. Checks that nobody runs have no shard. A phase whose steps build on one another stays in
 * one shard, and so does a command, which cannot be asked for some of its checks.
 */
function shardOwners(
  checks: readonly PlannedCheck[],
  phases: readonly PlannedPhase[],
  total: number,
): ReadonlyMap<CheckId, number> {
  const commands = commandSteps(phases);
  const toRun = checks.filter(({ disposition }) => disposition.kind === 'run');
  const isCommand = ({ phase, step }: PlannedCheck) => commands.has(`${phase}/${step}`);
  const isDivided = (check: PlannedCheck) => !wholePhases.has(check.phase) && !isCommand(check);
  const divided = Map.groupBy(toRun.filter(isDivided), ({ phase }) => phase);
  const whole = Map.groupBy(
    toRun.filter((check) => !isDivided(check)),
    ({ phase, step }) => (wholePhases.has(phase) ? phase : `${phase}/${step}`),
  );
  return new Map([
    ...[...divided.values()].flatMap((group) => inEqualRanges(group, total)),
    ...[...whole.values()].flatMap((group, index) => inOneShard(group, total - (index % total))),
  ]);
}

/**
 * Ids are hashes: in their order, neighbours have nothing to do with one another, so that long ones are spread. A check more
 * moves each bound by one check at most.
 */
function inEqualRanges(group: readonly PlannedCheck[], total: number): [CheckId, number][] {
  const ids = group.map(({ id }) => id).sort();
  return ids.map((id, rank) => [id, 1 + Math.floor((rank * total) / ids.length)]);
}

/** From the last shard backwards, because the first ones have the odd checks of small phases. */
function inOneShard(group: readonly PlannedCheck[], shard: number): [CheckId, number][] {
  return group.map(({ id }) => [id, shard]);
}
