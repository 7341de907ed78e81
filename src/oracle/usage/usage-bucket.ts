import type { MeteredEvent } from '../../model/billing/calculation.ts';
import type { UsageBucket, UsageCharge } from '../../model/billing/usage-charge.ts';
import type { TimeZoneId } from '../../model/date.ts';
import { hourInZone } from '../time/time-zone.ts';

/** The bucket that the event belongs to; null is the charge itself. */
export function bucketOf(charge: UsageCharge, event: MeteredEvent, zone: TimeZoneId): UsageBucket | null {
  let best: UsageBucket | null = null;
  for (const bucket of charge.buckets ?? []) {
    if (asksForMore(bucket, event, zone)) continue;
    if (best === null || isMoreSpecial(bucket, best)) best = bucket;
  }
  return best;
}

/** Whether the bucket asks for something that the event does not have. */
function asksForMore({ where, hours }: UsageBucket, event: MeteredEvent, zone: TimeZoneId): boolean {
  for (const property of Object.keys(where)) {
    const value = event.properties?.[property];
    if (value === undefined || where[property]?.includes(value) !== true) return true;
  }
  if (hours === undefined) return false;
  const hour = hourInZone(event.at, zone);
  return !(hours.from <= hour && hour < hours.to);
}

function isMoreSpecial(one: UsageBucket, other: UsageBucket): boolean {
  const [asks, otherAsks] = [one, other].map(
    ({ where, hours }) => Object.keys(where).length + Number(hours !== undefined),
  );
  if (asks !== otherAsks) return (asks ?? 0) > (otherAsks ?? 0);
  const [open, otherOpen] = [one, other].map(({ where }) =>
    Object.values(where).reduce((count, values) => count + values.length, 0),
  );
  return (open ?? 0) < (otherOpen ?? 0);
}
