import { unreachable } from '../../model/fault.ts';
import type { CalendarLife, Deeds, LifeWish } from './calendar-lives.ts';
import { daysOf } from './days-of-life.ts';

/** What comes with the end of a period is wished for by the name of the day, some time before it. */
export const namedDayLives = [
  'ended on the first day of a period, told before it',
  'another plan on the first day of a period, told before it',
  'other seats on the first day of a period, told before it',
  'paused on the first day of a period, told before it',
  'back on the first day of a period, told before it',
] as const;

export type NamedDayLife = (typeof namedDayLives)[number];

export function isNamedDay(life: CalendarLife): life is NamedDayLife {
  return namedDayLives.some((one) => one === life);
}

export function namedDayDeeds(life: NamedDayLife, { begin, interval, plans }: LifeWish): Deeds {
  const { first, second, next, periodEnd } = daysOf(begin, interval);
  const none = { changes: [], cancelledOn: null } as const;
  const told = { on: periodEnd, toldOn: second } as const;
  switch (life) {
    case 'ended on the first day of a period, told before it':
      return { ...none, cancelledOn: periodEnd, cancelToldOn: second };
    case 'another plan on the first day of a period, told before it':
      return { ...none, changes: [{ ...told, plan: plans.heavy }] };
    case 'other seats on the first day of a period, told before it':
      return { ...none, quantities: [{ ...told, quantity: '40.5' }] };
    case 'paused on the first day of a period, told before it':
      return { ...none, pauses: [{ ...told, until: next }] };
    case 'back on the first day of a period, told before it':
      return { ...none, pauses: [{ on: first, until: periodEnd, untilToldOn: second }] };
    default:
      return unreachable(life, 'life');
  }
}
