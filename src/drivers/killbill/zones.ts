import type { Instant, LocalDate, TimeZoneId } from '../../model/date.ts';

/** The day of the moment in the zone. */
export function dayIn(timeZone: TimeZoneId, moment: Instant): LocalDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(moment));
  return parts as LocalDate;
}

/** Five past midnight of that day in the zone, as UTC: the hour at which an account's bills are made. */
export function justAfterMidnight(timeZone: TimeZoneId, day: LocalDate): string {
  const guess = Date.parse(`${day}T00:05:00Z`);
  const first = guess - offsetMs(timeZone, guess);
  return new Date(guess - offsetMs(timeZone, first)).toISOString();
}

/** How far the zone's clock is ahead of UTC at the moment. */
function offsetMs(timeZone: TimeZoneId, epochMs: number): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  const local = `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`;
  return Date.parse(local) - epochMs;
}
