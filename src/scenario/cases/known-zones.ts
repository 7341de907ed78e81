import { instant } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import { isObject } from './fields.ts';
import { Inexpressible } from './unreadable.ts';

const names = ['zone', 'timezone', 'timeZone'];

/** A zone in words of the case's own, such as "UTC+9", is nothing that can be asked; the readers that know some words go first. */
export function refuseUnknownZones(value: unknown): void {
  if (Array.isArray(value)) for (const entry of value) refuseUnknownZones(entry);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (names.includes(key) && typeof inner === 'string' && !isZone(inner))
      throw new Inexpressible(`the zone "${inner}"`);
    refuseUnknownZones(inner);
  }
}

function isZone(name: string): boolean {
  if (/^account zone with/.test(name)) return true;
  try {
    dayInZone(instant('2026-01-01T00:00:00Z'), name);
    return true;
  } catch (error) {
    if (error instanceof HarnessFault) return false;
    throw error;
  }
}
