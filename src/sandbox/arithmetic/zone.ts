import { type Instant, instantFromMs, type LocalDate, localDate, type TimeZoneId } from '../../model/date.ts';

const formats = new Map<TimeZoneId, Intl.DateTimeFormat>();
/** By zone and day. There are few of them, and each is asked for again and again. */
const starts = new Map<string, Instant>();

export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The first moment of the day as the people of the zone count days, also where a clock change skips midnight. */
export function startOfDay(date: LocalDate, zone: TimeZoneId): Instant {
  const known = starts.get(`${zone} ${date}`);
  if (known !== undefined) return known;
  const start = workOutStart(date, zone);
  starts.set(`${zone} ${date}`, start);
  return start;
}

function workOutStart(date: LocalDate, zone: TimeZoneId): Instant {
  const asUtcMs = Date.parse(`${date}T00:00:00Z`);
  const offsets = [-86_400_000, 86_400_000].map((shift) => offsetMs(asUtcMs + shift, zone));
  const candidates = offsets.map((offset) => asUtcMs - offset).toSorted((a, b) => a - b);
  const match = candidates.find((ms) => ms + offsetMs(ms, zone) === asUtcMs);
  return instantFromMs(match ?? candidates.at(-1) ?? asUtcMs);
}

/** The day that the zone's calendars show. */
export function localDay(at: Instant, zone: TimeZoneId): LocalDate {
  const utcMs = Date.parse(at);
  return localDate(new Date(utcMs + offsetMs(utcMs, zone)).toISOString().slice(0, 10));
}

/** The hour, 0 to 23, that the zone's clocks show. */
export function localHour(at: Instant, zone: TimeZoneId): number {
  const utcMs = Date.parse(at);
  return new Date(utcMs + offsetMs(utcMs, zone)).getUTCHours();
}

/** What the zone's clocks show minus UTC at the moment. */
function offsetMs(epochMs: number, zone: TimeZoneId): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(epochMs)
      .map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000;
}

function formatOf(zone: TimeZoneId): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
