import { unreachable } from '../../model/fault.ts';
import type { CalendarLife, Deeds, LifeWish } from './calendar-lives.ts';
import { daysOf } from './days-of-life.ts';

/** On the first day of all, or on that of an order which came later, something else is told. */
export const firstDayLives = [
  'another plan on his first day',
  'other seats on his first day',
  'paused on his first day',
] as const;

export type FirstDayLife = (typeof firstDayLives)[number];

export function isFirstDay(life: CalendarLife): life is FirstDayLife {
  return firstDayLives.some((one) => one === life);
}

export function firstDayDeeds(life: FirstDayLife, { begin, interval, plans }: LifeWish): Deeds {
  const { firstDay: on, second } = daysOf(begin, interval);
  const none = { changes: [], cancelledOn: null } as const;
  switch (life) {
    case 'another plan on his first day':
      return { ...none, changes: [{ on, plan: plans.heavy }] };
    case 'other seats on his first day':
      return { ...none, quantities: [{ on, quantity: '40.5' }] };
    case 'paused on his first day':
      return { ...none, pauses: [{ on, until: second }] };
    default:
      return unreachable(life, 'life');
  }
}
