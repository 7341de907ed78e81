import type { CalendarLife, Deeds, LifeWish } from './calendar-lives.ts';
import { daysOf } from './days-of-life.ts';

type DaysAndPlans = ReturnType<typeof daysOf> & LifeWish['plans'];

const seats = '40.5';
const fewer = '2.125';

/** The same kind of thing again and again, there and back. */
const deedsByLife = {
  'another plan and back in one period': ({ first, second, heavy, light }) => ({
    changes: [
      { on: first, plan: heavy },
      { on: second, plan: light },
    ],
  }),
  'another plan, back, and there again in one period': ({ first, between, second, heavy, light }) => ({
    changes: [
      { on: first, plan: heavy },
      { on: between, plan: light },
      { on: second, plan: heavy },
    ],
  }),
  'three other plans in two periods': ({ first, second, next, heavy, extra, light }) => ({
    changes: [
      { on: first, plan: heavy },
      { on: second, plan: extra },
      { on: next, plan: light },
    ],
  }),
  'another plan with its period, and back in the next one': ({ second, next, periodEnd, heavy, light }) => ({
    changes: [
      { on: periodEnd, toldOn: second, timing: 'period-end', plan: heavy },
      { on: next, plan: light },
    ],
  }),
  'another plan and back, with a break between': ({ first, between, second, lastDay, heavy, light }) => ({
    changes: [
      { on: first, plan: heavy },
      { on: lastDay, plan: light },
    ],
    pauses: [{ on: between, until: second }],
  }),
  'other seats three times in one period': ({ first, between, second }) => ({
    quantities: [
      { on: first, quantity: seats },
      { on: between, quantity: fewer },
      { on: second, quantity: seats },
    ],
  }),
  'other seats before and after another plan': ({ first, between, second, next, heavy }) => ({
    quantities: [
      { on: first, quantity: seats },
      { on: second, quantity: fewer },
      { on: next, quantity: seats },
    ],
    changes: [{ on: between, plan: heavy }],
  }),
  'paused twice in one period': ({ first, between, second, lastDay }) => ({
    pauses: [
      { on: first, until: between },
      { on: second, until: lastDay },
    ],
  }),
  'paused in two periods, and changed between': ({ first, between, second, next, heavy }) => ({
    pauses: [
      { on: first, until: between },
      { on: next, until: null },
    ],
    changes: [{ on: second, plan: heavy }],
  }),
  'a change planned, taken back, and planned again': ({ first, between, second, periodEnd, heavy }) => ({
    undone: [{ ...takenBack({ first, between, periodEnd }), kind: 'change', plan: heavy }],
    changes: [{ on: periodEnd, toldOn: second, timing: 'period-end', plan: heavy }],
  }),
  'a change planned and taken back, and another one made': (life) => ({
    undone: [{ ...takenBack(life), kind: 'change', plan: life.heavy }],
    changes: [{ on: life.second, plan: life.extra }],
  }),
  'an end planned, taken back, and planned again': (life) => ({
    undone: [{ ...takenBack(life), kind: 'cancellation' }],
    cancelledOn: life.periodEnd,
    cancelToldOn: life.second,
    cancelTiming: 'period-end',
  }),
  'an end taken back twice': (life) => ({
    undone: [
      { ...takenBack(life), kind: 'cancellation' },
      { ...takenBack(life), kind: 'cancellation', toldOn: life.second, undoneOn: life.lastDay },
    ],
  }),
} as const satisfies Readonly<Record<string, (life: DaysAndPlans) => Partial<Deeds>>>;

function takenBack(days: Pick<DaysAndPlans, 'first' | 'between' | 'periodEnd'>) {
  const { first, between, periodEnd } = days;
  return { on: periodEnd, toldOn: first, undoneOn: between, timing: 'period-end' } as const;
}

export type RepeatedLife = keyof typeof deedsByLife;

export const repeatedLives = Object.keys(deedsByLife) as readonly RepeatedLife[];

export function isRepeated(life: CalendarLife): life is RepeatedLife {
  return Object.hasOwn(deedsByLife, life);
}

export function repeatedDeeds(life: RepeatedLife, { begin, interval, plans }: LifeWish): Deeds {
  return { changes: [], cancelledOn: null, ...deedsByLife[life]({ ...daysOf(begin, interval), ...plans }) };
}
