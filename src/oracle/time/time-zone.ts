import { type Instant, instantFromMs, type LocalDate, localDate, type TimeZoneId } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';

const formats = new Map<TimeZoneId, Intl.DateTimeFormat>();
const hourFormats = new Map<TimeZoneId, Intl.DateTimeFormat>();
const hourMs = 3_600_000;

/** The calendar day that people in the zone read off the wall at that moment. */
export function dayInZone(at: Instant, zone: TimeZoneId): LocalDate {
  return dayAt(Date.parse(at), zone);
}

/** The hour, 0 to 23, that people in the zone read off the wall at that moment. */
export function hourInZone(at: Instant, zone: TimeZoneId): number {
  const known = hourFormats.get(zone);
  const form =
    known ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  if (known === undefined) hourFormats.set(zone, form);
  return Number(form.format(Date.parse(at)));
}

/** The first moment of the day in the zone: where a clock change skips midnight, the moment after it. */
export function startOfDayInZone(date: LocalDate, zone: TimeZoneId): Instant {
  const noonUtc = Date.parse(`${date}T12:00:00Z`);
  // Zones lie within 14 hours of UTC; the day begins somewhere in this stretch, once.
  let before = noonUtc - 36 * hourMs;
  let within = noonUtc + 3 * hourMs;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayAt(middle, zone) < date) before = middle;
    else within = middle;
  }
  return instantFromMs(within);
}

function dayAt(ms: number, zone: TimeZoneId): LocalDate {
  return localDate(formatOf(zone).format(ms));
}

function formatOf(zone: TimeZoneId): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    // Of all languages' ways to write a day, the one of days as we write them.
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
    return format;
  } catch (cause) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found the time zone "${zone}", expected an IANA name such as Europe/Berlin.`,
      hint: 'Write region and city as in the tz database.',
      cause,
    });
  }
}
