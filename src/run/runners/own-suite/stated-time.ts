import type { StatedTime } from './suite-result.ts';

const isoTime =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d(?:[.,]\d+)?))?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\[[^\]]*\])?$/i;
/** As mail has it: "Sun, 22 Nov 2026 11:00:00 GMT". */
const mailTime = /^(?:[a-z]{3}, *)?(\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)?) *(Z|UTC?|GMT|[+-]\d{4})?$/i;
/** Seconds since 1970, or milli-, micro- or nanoseconds. */
const epochTime = /^(\d{9,10}(\.\d+)?|\d{12,13}(\.\d+)?|\d{16}|\d{19})$/;

/** The time that a text says, as a list of none or one; what is no time, or the zero that a tool counts from, says nothing. */
export function statedTime(text: string | undefined): readonly StatedTime[] {
  const plain = (text ?? '').trim();
  if (epochTime.test(plain)) return statedMs(Number(plain)).map((time) => ({ ...time, text: plain }));
  const [iso, mail] = [isoTime.exec(plain), mailTime.exec(plain)];
  const zone = iso?.[4] ?? mail?.[2];
  const clock =
    iso === null ? mail?.[1] : `${iso[1]}T${iso[2]}:${(iso[3] ?? '00').replace(',', '.').slice(0, 6)}`;
  if (clock === undefined) return [];
  const atMs = Date.parse(iso === null ? `${clock} ${mailZone(zone)}` : `${clock}${isoZone(zone)}`);
  if (Number.isNaN(atMs) || atMs <= 0) return [];
  return [{ text: plain, atMs, zone: zone === undefined ? 'unknown' : 'stated' }];
}

function isoZone(zone: string | undefined): string {
  const offset = /^([+-]\d\d):?(\d\d)?$/.exec(zone ?? '');
  return offset === null ? 'Z' : `${offset[1]}:${offset[2] ?? '00'}`;
}

function mailZone(zone: string | undefined): string {
  return zone?.startsWith('+') || zone?.startsWith('-') ? zone : 'GMT';
}

/** A moment since 1970, in milliseconds or, as some tools write it, in another unit; tools that do not know it write 0. */
export function statedMs(epoch: number | undefined): readonly StatedTime[] {
  if (epoch === undefined || !(epoch > 0)) return [];
  const atMs = msOf(epoch);
  return atMs > 8.64e15 ? [] : [{ text: new Date(atMs).toISOString(), atMs, zone: 'stated' }];
}

/** The size tells the unit: so many seconds last to the year 5138, so many milliseconds ended in 1973. */
function msOf(epoch: number): number {
  if (epoch < 1e11) return epoch * 1000;
  if (epoch < 1e14) return epoch;
  return epoch < 1e17 ? epoch / 1e3 : epoch / 1e6;
}
