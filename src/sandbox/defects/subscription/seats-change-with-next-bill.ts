import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const seatsChangeWithNextBill: Defect = {
  name: 'seats-change-with-next-bill',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'A change of seats within a period is not prorated: it counts from the next bill on',
  procedures: {
    changeQuantity: (context, change) =>
      changeQuantity(context, { ...change, timing: { kind: 'period-end' } }),
  },
};
