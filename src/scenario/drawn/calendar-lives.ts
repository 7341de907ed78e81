import type { Interval } from '../../model/billing/catalog.ts';
import type { LocalDate } from '../../model/date.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { type Begin, daysOf } from './days-of-life.ts';
import { type FirstDayLife, firstDayDeeds, isFirstDay } from './first-day-lives.ts';
import { isNamedDay, type NamedDayLife, namedDayDeeds } from './named-day-lives.ts';
import { isRepeated, type RepeatedLife, repeatedDeeds } from './repeated-lives.ts';
import { type SameDayLife, sameDayDeeds } from './same-day-lives.ts';

/** What may happen to a subscription with respect to its periods. */
export const calendarLives = [
  'kept',
  'ended within a period',
  'ended within the next period',
  'ended with its period',
  'other seats in two periods',
  'paused within a period',
  'paused over the end of a period',
  'changed and ended in one period',
  'changed twice in one period',
  'changed to another interval',
  'changed with its period',
  'a change planned, and ended before it',
  'a change planned, and ended with the period',
] as const;

/** Wishes for the end of a period that are told, or taken back, on its last day: no later one is in time. */
export const lastDayLives = [
  'ended with its period, told on its last day',
  'changed with its period, told on its last day',
  'other seats with its period, told on its last day',
  'paused with its period, told on its last day',
  'an end with the period, taken back on its last day',
  'a change with the period, taken back on its last day',
  'a change that stays where an end after it is taken back',
  'an end that stays where a change before it is taken back',
] as const;

/** After their end the same is ordered once more. */
export const comingBackLives = [
  'ended within a period, and ordered again',
  'ended with its period, and ordered again',
] as const;

/** An add-on keeps the periods of its base, and goes on living with it. */
export const addOnLives = calendarLives.filter(
  (life) => life !== 'kept' && life !== 'changed to another interval',
);

export type CalendarLife =
  | FirstDayLife
  | NamedDayLife
  | SameDayLife
  | RepeatedLife
  | (typeof calendarLives)[number]
  | (typeof lastDayLives)[number]
  | (typeof comingBackLives)[number];

export interface LifeWish {
  readonly life: CalendarLife;
  readonly begin: Begin;
  readonly interval: Interval;
  readonly plans: {
    readonly light: string;
    readonly heavy: string;
    readonly extra: string;
    readonly other: string;
  };
}

export type Deeds = Pick<
  SubscriptionHistory,
  'changes' | 'quantities' | 'pauses' | 'cancelledOn' | 'cancelToldOn' | 'cancelTiming' | 'undone'
>;

const nothing: Deeds = { changes: [], cancelledOn: null };

/** The days of a life: never the first of a period, nor two deeds on one day. */
export function deedsOf(wish: LifeWish): Deeds {
  const { life, begin, interval, plans } = wish;
  const { first, second, next, lastDay, periodEnd } = daysOf(begin, interval);
  const atEnd = { on: periodEnd, toldOn: lastDay, timing: 'period-end' } as const;
  const takenBack = { ...atEnd, toldOn: second, undoneOn: lastDay };
  const { heavy, extra, other } = plans;
  switch (life) {
    case 'kept':
      return nothing;
    case 'ended within a period':
    case 'ended within a period, and ordered again':
      return { ...nothing, cancelledOn: second, cancelToldOn: first };
    case 'ended within the next period':
      return { ...nothing, cancelledOn: next };
    case 'ended with its period':
    case 'ended with its period, and ordered again':
      return { ...nothing, cancelledOn: periodEnd, cancelToldOn: second, cancelTiming: 'period-end' };
    case 'other seats in two periods':
      return {
        ...nothing,
        quantities: [
          { on: first, quantity: '40.5' },
          { on: next, quantity: '2.125' },
        ],
      };
    case 'paused within a period':
      return { ...nothing, pauses: [{ on: first, until: second }] };
    case 'paused over the end of a period':
      return { ...nothing, pauses: [{ on: second, until: next }] };
    case 'changed and ended in one period':
      return { ...nothing, changes: [{ on: first, plan: heavy }], cancelledOn: second };
    case 'changed twice in one period':
      return {
        ...nothing,
        changes: [
          { on: first, plan: heavy },
          { on: second, plan: extra },
        ],
      };
    case 'changed to another interval':
      return { ...nothing, changes: [{ on: next, plan: other }] };
    case 'changed with its period':
      return { ...nothing, changes: [planned(periodEnd, second, heavy)] };
    case 'a change planned, and ended before it':
      return { ...nothing, changes: [planned(periodEnd, first, heavy)], cancelledOn: second };
    case 'a change planned, and ended with the period':
      return {
        changes: [planned(periodEnd, first, heavy)],
        cancelledOn: periodEnd,
        cancelToldOn: second,
        cancelTiming: 'period-end',
      };
    case 'ended with its period, told on its last day':
      return { ...nothing, cancelledOn: periodEnd, cancelToldOn: lastDay, cancelTiming: 'period-end' };
    case 'changed with its period, told on its last day':
      return { ...nothing, changes: [{ ...atEnd, plan: heavy }] };
    case 'other seats with its period, told on its last day':
      return { ...nothing, quantities: [{ ...atEnd, quantity: '40.5' }] };
    case 'paused with its period, told on its last day':
      return { ...nothing, pauses: [{ ...atEnd, until: next }] };
    case 'an end with the period, taken back on its last day':
      return { ...nothing, undone: [{ ...takenBack, kind: 'cancellation' }] };
    case 'a change with the period, taken back on its last day':
      return { ...nothing, undone: [{ ...takenBack, kind: 'change', plan: heavy }] };
    case 'a change that stays where an end after it is taken back': {
      const end = { on: next, toldOn: second, undoneOn: lastDay, kind: 'cancellation' } as const;
      return { ...nothing, changes: [planned(periodEnd, first, heavy)], undone: [end] };
    }
    case 'an end that stays where a change before it is taken back': {
      const change = { ...takenBack, toldOn: first, kind: 'change', plan: heavy } as const;
      return { ...nothing, cancelledOn: next, cancelToldOn: second, undone: [change] };
    }
    default:
      if (isFirstDay(life)) return firstDayDeeds(life, wish);
      if (isRepeated(life)) return repeatedDeeds(life, wish);
      return isNamedDay(life) ? namedDayDeeds(life, wish) : sameDayDeeds(life, wish);
  }
}

function planned(on: LocalDate, toldOn: LocalDate, plan: string): Deeds['changes'][number] {
  return { on, toldOn, timing: 'period-end', plan };
}
