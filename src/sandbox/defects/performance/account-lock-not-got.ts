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
      const held = locks.get(context.store) ?? new Set<string>();
      locks.set(context.store, held);
      if (held.has(order.customerId)) throw new Error('The lock of the account was not acquired.');
      const id = subscribe(context, order);
      held.add(order.customerId);
      release(held, order.customerId);
      return id;
    },
  },
};

const heldMs = 15;

/**
 * Time and turns of the event loop: calls of one instant are a few turns apart however long a busy machine takes for each.
 */
function release(held: Set<string>, customerId: string): void {
  const turns = (left: number): void => {
    if (left === 0) held.delete(customerId);
    else setImmediate(turns, left - 1);
  };
  setTimeout(turns, heldMs, heldTurns);
}

const heldTurns = 3;
const locks = new WeakMap<Store, Set<string>>();
