import type { LocalDate } from '../../model/date.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import type { CheckOptions } from '../check.ts';

/** What is done to a subscription after its order. */
export type Deeds = Pick<SubscriptionHistory, 'changes' | 'quantities' | 'pauses' | 'cancelledOn'>;

const nothing: Deeds = { changes: [], cancelledOn: null };

export interface PairOfDeeds {
  readonly title: string;
  readonly needs: CheckOptions['needs'];
  /** What is done first, and what after it: on the same day, or on the next one. */
  readonly done: (first: LocalDate, second: LocalDate) => Deeds;
  /** What it comes to where both are on one day; null where they cannot be. */
  readonly left: ((day: LocalDate) => Deeds) | null;
}

export const pairsOfDeeds: readonly PairOfDeeds[] = [
  {
    title: 'Seats that are changed twice',
    needs: ['subscription.quantity'],
    done: (first, second) => ({
      ...nothing,
      quantities: [
        { on: first, quantity: '5' },
        { on: second, quantity: '3' },
      ],
    }),
    left: (on) => ({ ...nothing, quantities: [{ on, quantity: '3' }] }),
  },
  {
    title: 'Seats that are changed, and changed back',
    needs: ['subscription.quantity'],
    done: (first, second) => ({
      ...nothing,
      quantities: [
        { on: first, quantity: '5' },
        { on: second, quantity: '2' },
      ],
    }),
    left: () => nothing,
  },
  {
    title: 'A plan that is changed twice',
    needs: ['subscription.change'],
    done: (first, second) => ({
      ...nothing,
      changes: [
        { on: first, plan: 'heavy' },
        { on: second, plan: 'extra' },
      ],
    }),
    left: (on) => ({ ...nothing, changes: [{ on, plan: 'extra' }] }),
  },
  {
    title: 'A plan that is changed, and changed back',
    needs: ['subscription.change'],
    done: (first, second) => ({
      ...nothing,
      changes: [
        { on: first, plan: 'heavy' },
        { on: second, plan: 'light' },
      ],
    }),
    left: () => nothing,
  },
  {
    title: 'A plan, and then its seats',
    needs: ['subscription.change', 'subscription.quantity'],
    done: (first, second) => ({
      ...nothing,
      changes: [{ on: first, plan: 'heavy' }],
      quantities: [{ on: second, quantity: '5' }],
    }),
    left: (on) => ({ ...nothing, changes: [{ on, plan: 'heavy' }], quantities: [{ on, quantity: '5' }] }),
  },
  {
    title: 'Seats, and then an end',
    needs: ['subscription.quantity', 'subscription.cancel'],
    done: (first, second) => ({
      ...nothing,
      quantities: [{ on: first, quantity: '5' }],
      cancelledOn: second,
    }),
    left: (cancelledOn) => ({ ...nothing, cancelledOn }),
  },
  {
    title: 'Another plan, and then an end',
    needs: ['subscription.change', 'subscription.cancel'],
    done: (first, second) => ({ changes: [{ on: first, plan: 'heavy' }], cancelledOn: second }),
    left: (cancelledOn) => ({ ...nothing, cancelledOn }),
  },
  {
    title: 'A pause, and then an end',
    needs: ['subscription.pause', 'subscription.cancel'],
    done: (on, cancelledOn) => ({ ...nothing, pauses: [{ on, until: null }], cancelledOn }),
    left: (cancelledOn) => ({ ...nothing, cancelledOn }),
  },
  {
    title: 'Seats, and then a pause',
    needs: ['subscription.quantity', 'subscription.pause'],
    done: (first, on) => ({
      ...nothing,
      quantities: [{ on: first, quantity: '5' }],
      pauses: [{ on, until: null }],
    }),
    left: (on) => ({ ...nothing, pauses: [{ on, until: null }] }),
  },
  {
    title: 'Another plan, and then a pause',
    needs: ['subscription.change', 'subscription.pause'],
    done: (first, on) => ({
      changes: [{ on: first, plan: 'heavy' }],
      cancelledOn: null,
      pauses: [{ on, until: null }],
    }),
    left: (on) => ({ changes: [{ on, plan: 'heavy' }], cancelledOn: null, pauses: [{ on, until: null }] }),
  },
  {
    title: 'A pause, and then the way back',
    needs: ['subscription.pause'],
    done: (on, until) => ({ ...nothing, pauses: [{ on, until }] }),
    left: null,
  },
];
