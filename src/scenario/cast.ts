import type { TimeZoneId } from '../model/date.ts';

/** A customer whom everybody on the project knows by name, with one story that never changes. */
export interface CastMember {
  readonly name: string;
  readonly story: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly currency: string;
  readonly timeZone: TimeZoneId;
}

export const cast: readonly CastMember[] = [
  {
    name: 'Acme',
    story: 'A maker of anvils in Berlin; pays on time, upgrades when orders come in.',
    country: 'DE',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  },
  {
    name: 'Kim',
    story: 'A private person who moves within Europe; reads each line of the bill.',
    country: 'DE',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  },
  {
    name: 'Globex',
    story: 'A software house in San Francisco; lives on metered calls and seats.',
    country: 'US',
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
  },
  {
    name: 'Sakura',
    story: 'A publisher in Tokyo; pays in yen, which have no smaller coin.',
    country: 'JP',
    currency: 'JPY',
    timeZone: 'Asia/Tokyo',
  },
  {
    name: 'Dhow',
    story: 'A shipping line in Kuwait; pays in dinars, which have three digits after the point.',
    country: 'KW',
    currency: 'KWD',
    timeZone: 'Asia/Kuwait',
  },
];

/** Of a customer outside the cast, by the country's capital. Countries with several zones need one to be named. */
const zones: Readonly<Record<string, TimeZoneId>> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  IN: 'Asia/Kolkata',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  KW: 'Asia/Kuwait',
  LU: 'Europe/Luxembourg',
  NL: 'Europe/Amsterdam',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  SE: 'Europe/Stockholm',
};

export function castMember(name: string): CastMember | null {
  return cast.find((member) => member.name === name) ?? null;
}

/** The member's own zone at home, the capital's abroad, and UTC where a country has several or is not known here. */
export function timeZoneOf(name: string, country: string): TimeZoneId {
  const member = castMember(name);
  if (member?.country === country) return member.timeZone;
  return zones[country] ?? 'UTC';
}
