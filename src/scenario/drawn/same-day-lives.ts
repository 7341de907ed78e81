import { unreachable } from '../../model/fault.ts';
import type { CalendarLife, Deeds, LifeWish } from './calendar-lives.ts';
import { daysOf } from './days-of-life.ts';

/** Two things that are told, or take effect, on one day: what counts is how it is at the end of that day. */
export const sameDayLives = [
  'other seats twice on one day',
  'other seats and another plan on one day',
  'other seats told a day before another plan, for its day',
  'another plan and back on one day',
  'two other plans on one day',
  'another plan on the day on which he comes back',
  'other seats on the day on which he comes back',
  'paused again on the day on which he comes back',
  'other seats on the day of a pause',
  'another plan on the day of a pause',
  'other seats on the day of the end',
  'another plan on the day of the end',
  'ended on the day on which he would come back',
  'ended while he is away',
  'other seats before another plan with the period',
  'other seats for the period that begins, told on its first day',
  'another plan for the period that begins, told on its first day',
  'paused from the first day of a period',
  'back on the first day of a period',
  'ended on the first day of a period',
] as const;

export type SameDayLife = (typeof sameDayLives)[number];

export function isOfOneDay(life: CalendarLife): life is SameDayLife {
  return sameDayLives.some((one) => one === life);
}

const seats = '40.5';
const fewer = '2.125';

/** Which of two things of one day is told first, makes no difference at its end. */
export function inOtherOrder({ changes, quantities = [], ...rest }: Deeds): Deeds {
  const last = { isToldLast: true } as const;
  const isFew = changes.length + quantities.length === 1;
  return {
    ...rest,
    changes: changes.map((one) => ({ ...one, ...last })),
    quantities: isFew ? quantities.map((one) => ({ ...one, ...last })) : quantities,
  };
}

export function sameDayDeeds(life: SameDayLife, { begin, interval, plans }: LifeWish): Deeds {
  const { first, second, next, lastDay, periodEnd } = daysOf(begin, interval);
  const none = { changes: [], cancelledOn: null } as const;
  const { light, heavy, extra } = plans;
  const away = [{ on: first, until: second }];
  switch (life) {
    case 'other seats twice on one day':
      return {
        ...none,
        quantities: [
          { on: first, quantity: seats },
          { on: first, quantity: fewer },
        ],
      };
    case 'other seats and another plan on one day':
      return {
        ...none,
        changes: [{ on: first, plan: heavy }],
        quantities: [{ on: first, quantity: seats }],
      };
    case 'other seats told a day before another plan, for its day':
      return {
        ...none,
        changes: [{ on: second, plan: heavy }],
        quantities: [{ on: second, toldOn: first, quantity: seats }],
      };
    case 'another plan and back on one day':
      return {
        ...none,
        changes: [
          { on: first, plan: heavy },
          { on: first, plan: light },
        ],
      };
    case 'two other plans on one day':
      return {
        ...none,
        changes: [
          { on: first, plan: heavy },
          { on: first, plan: extra },
        ],
      };
    case 'another plan on the day on which he comes back':
      return { ...none, pauses: away, changes: [{ on: second, plan: heavy }] };
    case 'other seats on the day on which he comes back':
      return { ...none, pauses: away, quantities: [{ on: second, quantity: seats }] };
    case 'paused again on the day on which he comes back':
      return { ...none, pauses: [...away, { on: second, until: next }] };
    case 'other seats on the day of a pause':
      return { ...none, pauses: away, quantities: [{ on: first, quantity: seats }] };
    case 'another plan on the day of a pause':
      return { ...none, pauses: away, changes: [{ on: first, plan: heavy }] };
    case 'other seats on the day of the end':
      return { ...none, quantities: [{ on: second, quantity: seats }], cancelledOn: second };
    case 'another plan on the day of the end':
      return { changes: [{ on: second, plan: heavy }], cancelledOn: second };
    case 'ended on the day on which he would come back':
      return {
        ...none,
        pauses: [{ on: first, until: second, untilToldOn: first }],
        cancelledOn: second,
      };
    case 'ended while he is away':
      return { ...none, pauses: [{ on: first, until: null }], cancelledOn: second };
    case 'other seats before another plan with the period':
      return {
        ...none,
        changes: [{ on: periodEnd, toldOn: lastDay, timing: 'period-end', plan: heavy }],
        quantities: [{ on: second, quantity: seats }],
      };
    case 'other seats for the period that begins, told on its first day':
      return { ...none, quantities: [{ on: periodEnd, quantity: seats }] };
    case 'another plan for the period that begins, told on its first day':
      return { ...none, changes: [{ on: periodEnd, plan: heavy }] };
    case 'paused from the first day of a period':
      return { ...none, pauses: [{ on: periodEnd, until: next }] };
    case 'back on the first day of a period':
      return { ...none, pauses: [{ on: second, until: periodEnd }] };
    case 'ended on the first day of a period':
      return { ...none, cancelledOn: periodEnd };
    default:
      return unreachable(life, 'life');
  }
}
