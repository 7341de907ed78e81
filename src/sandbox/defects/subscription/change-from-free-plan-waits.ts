import { compareDecimals } from '../../../model/decimal.ts';
import { lastState } from '../../procedures/payment/last-state.ts';
import { changePlan } from '../../procedures/subscription/change-plan.ts';
import { planVersions } from '../../store/catalog.ts';
import type { Defect } from '../defect.ts';

/** What was paid for is left with its period, and a plan of 0.00 counted as paid for. The list has no row for it. */
export const changeFromFreePlanWaits: Defect = {
  name: 'change-from-free-plan-waits',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'A change from a plan that costs nothing comes with the next period',
  procedures: {
    changePlan: (context, change) => {
      const { plan } = lastState(context, change.subscriptionId);
      const charges = planVersions(context, plan).flatMap((version) => version.charges);
      const isFree = charges.every(
        ({ price }) => price.kind === 'flat' && compareDecimals(price.amount, '0') === 0,
      );
      changePlan(context, isFree ? { ...change, timing: { kind: 'period-end' } } : change);
    },
  },
};
