import { changePlan } from '../../procedures/subscription/change-plan.ts';
import type { Defect } from '../defect.ts';

/** Kill Bill 991 (b22edd74): the engine could do it, and the interface did not hand it on. */
export const billDayOfChangeIgnored: Defect = {
  name: 'bill-day-of-change-ignored',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'The bill day that comes with a change of plan is not taken',
  procedures: { changePlan: (context, change) => changePlan(context, { ...change, billDay: undefined }) },
};
