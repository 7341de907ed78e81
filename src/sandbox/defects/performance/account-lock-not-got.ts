import { subscribe } from '../../procedures/subscription/subscribe.ts';
import type { Store } from '../../store/store.ts';
import type { Defect } from '../defect.ts';

/** The lock of the account was tried for a moment and given up; nobody came back for the others. */
export const accountLockNotGot: Defect = {
  name: 'account-lock-not-got',
  row: 'PERF-05',
  family: 'PERF',
  stage: 'performance',
  effect: 'lost',
  severity: 'critical',
  title: 'Of several orders of one customer at one instant only the first is taken',
  procedures: {
    subscribe: (context, order) => {
      const locked = locks.get(context.store) ?? new Map<string, number>();
      locks.set(context.store, locked);
      if (performance.now() < (locked.get(order.customerId) ?? 0))
        throw new Error('The lock of the account was not acquired.');
      const id = subscribe(context, order);
      locked.set(order.customerId, performance.now() + lockMs);
      return id;
    },
  },
};

const lockMs = 15;
const locks = new WeakMap<Store, Map<string, number>>();
