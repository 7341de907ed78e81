import type { Facts } from './facts.ts';

/** From here on the reader is told, and from here on what depends on time proves nothing. */
const skewToldMs = 60_000;
const skewMaxMs = 15 * 60_000;

/** What was particular about how this run went and takes nothing from it, one line each. */
export function conditionsOf(facts: Facts): readonly string[] {
  const skewMs = largestSkewMs(facts);
  const resumed = facts.records.filter(({ kind }) => kind === 'run-resumed').length;
  const torn = facts.records.some((record) => record.kind === 'run-resumed' && record.torn);
  const masked = facts.records.reduce(
    (sum, record) => sum + (record.kind === 'masked' ? record.count : 0),
    0,
  );
  const settled = facts.writes.filter(({ state }) => state === 'settled').length;
  return [
    ...mergedWords(facts),
    ...(facts.plan.conditions ?? []),
    ...proofWords(facts),
    ...(Math.abs(skewMs) >= skewToldMs ? [skewWords(skewMs)] : []),
    ...(resumed === 0 ? [] : [`The run was cut and taken up again ${times(resumed)}.`]),
    ...(torn ? ['A torn last line of the journal was cut off.'] : []),
    ...(settled === 0 ? [] : [`Of ${settled} writes the outcome was not known and was settled by reading.`]),
    ...(masked === 0 ? [] : [`Values of secrets were masked ${times(masked)} in what was recorded.`]),
  ];
}

/** How good the tests are belongs to what they say. */
function proofWords({ plan: { proof } }: Pick<Facts, 'plan'>): string[] {
  if (proof === undefined || proof === null) return [];
  const { digest, defects, caught, missed } = proof;
  const words = `Of ${defects} known billing defects these suites catch ${caught} and miss ${missed}`;
  return [`${words} (proof ${digest.slice(0, 12)}).`];
}

function mergedWords({ plan }: Pick<Facts, 'plan'>): string[] {
  const { mergedFrom = [] } = plan;
  if (mergedFrom.length === 0) return [];
  const runs = mergedFrom.map(({ runId }) => runId).join(', ');
  return [`Merged from ${mergedFrom.length === 1 ? '1 shard' : `${mergedFrom.length} shards`}: ${runs}.`];
}

/** A clock so far off that expiry, due dates and freshness mean nothing. */
export function clockFaults(facts: Pick<Facts, 'records'>): readonly string[] {
  const skewMs = largestSkewMs(facts);
  if (Math.abs(skewMs) <= skewMaxMs) return [];
  return [
    `${skewWords(skewMs)} Beyond ${skewMaxMs / 60_000} minutes nothing that depends on time is proven.`,
  ];
}

function largestSkewMs({ records }: Pick<Facts, 'records'>): number {
  const skews = records.map((record) => (record.kind === 'probe' ? (record.skewMs ?? 0) : 0));
  return skews.reduce((most, skew) => (Math.abs(skew) > Math.abs(most) ? skew : most), 0);
}

function skewWords(skewMs: number): string {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return `The target's clock is ${seconds} seconds ${skewMs < 0 ? 'behind' : 'ahead of'} this machine's.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
