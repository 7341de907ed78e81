import type { UsageBucket } from '../../../model/billing/usage-charge.ts';
import type { MeteredEvent } from './metered-event.ts';

export interface BucketQuestion {
  /** Null is the charge itself, for what is in no bucket. */
  readonly bucket: UsageBucket | null;
  /** All buckets of the charge. */
  readonly buckets: readonly UsageBucket[];
  readonly event: MeteredEvent;
}

/** An event is in one bucket only: the most special of those that it fits. */
export function countsInBucket({ bucket, buckets, event }: BucketQuestion): boolean {
  const fitting = buckets.filter((each) => fitsBucket(each, event));
  const [first = null] = fitting.toSorted(mostSpecialFirst);
  return bucket === first;
}

export function fitsBucket(bucket: UsageBucket, event: MeteredEvent): boolean {
  const { hours } = bucket;
  if (hours !== undefined && (event.localHour < hours.from || event.localHour >= hours.to)) return false;
  return Object.entries(bucket.where).every(([property, values]) =>
    values.includes(event.properties[property] ?? ''),
  );
}

/** `toSorted` keeps the order of the list where two are equally special. */
function mostSpecialFirst(left: UsageBucket, right: UsageBucket): number {
  return demandsOf(right) - demandsOf(left) || valuesOf(left) - valuesOf(right);
}

function demandsOf(bucket: UsageBucket): number {
  return Object.keys(bucket.where).length + (bucket.hours === undefined ? 0 : 1);
}

function valuesOf(bucket: UsageBucket): number {
  return Object.values(bucket.where).flat().length;
}
