import { lastState } from '../../procedures/payment/last-state.ts';
import { changePlan } from '../../procedures/subscription/change-plan.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** What was agreed had been written into the contract, and only the change was taken out of it. */
export const priceOfUndoneChangeWaits: Defect = {
  name: 'price-of-undone-change-waits',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'A price that was agreed for a change that was taken back holds when the plan is changed after all',
  procedures: {
    changePlan: (context, change) => {
      const { subscriptionId: id, plan, negotiated } = change;
      const stale = subscriptionById(context, id).agreement.changes;
      const { number } = lastState(context, id);
      const waiting = stale.find((one) => one.plan === plan && one.assignment > number);
      changePlan(context, { ...change, negotiated: negotiated ?? waiting?.negotiated });
    },
  },
};
