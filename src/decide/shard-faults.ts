import type { RunPlan } from '../model/deciding/plan.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import type { RunPart } from './run-parts.ts';

/** What is wrong with a merged run as such: a shard that is not there or there twice, or that did another one's work. */
export function shardFaults(plan: RunPlan, parts: readonly RunPart[]): string[] {
  const shards = parts.flatMap(({ shard }) => (shard === null ? [] : [shard]));
  const total = Math.max(plan.mergedFrom?.length ?? 0, ...shards.map((shard) => shard.total));
  if (total === 0) return [];
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  const records = (number: number) => shards.filter(({ index }) => index === number).length;
  return [
    ...numbers.filter((one) => records(one) === 0).map((one) => `shard ${one} of ${total}: not merged.`),
    ...numbers.filter((one) => records(one) > 1).map((one) => `shard ${one} of ${total}: merged twice.`),
    ...parts.flatMap(strayResults),
  ];
}

/** A result of what this shard was not given to run would stand for the result of the shard that was. */
function strayResults({ name, shard, lines }: RunPart): string[] {
  if (shard === null) return [];
  const own = new Set(lines.flatMap(({ record }) => givenIn(record)));
  const results = lines.flatMap(({ record }) => (record.kind === 'check-finished' ? [record.checkId] : []));
  const foreign = results.filter((id) => !own.has(id));
  if (foreign.length === 0) return [];
  return [`${name}found a result of ${foreign.slice(0, 5).join(', ')}, which it was not given to run.`];
}

function givenIn(record: JournalRecord): readonly string[] {
  if (record.kind === 'check-found') return [record.check.id];
  return record.kind === 'step-started' ? (record.checks ?? []) : [];
}
