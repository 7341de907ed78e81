import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Whoever came back today was still taken for one who is away, told of nothing but his return. The list has no row for it. */
export const seatsAfterReturnOfTheirDayLost: Defect = {
  name: 'seats-after-return-of-their-day-lost',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'Other seats that are told after the return from a pause, on its day, are lost',
  procedures: {
    changeQuantity: (context, change) => {
      const [before, last] = assignmentsOf(context, change.subscriptionId).slice(-2);
      const isBack = before?.state === 'paused' && last?.state === 'active';
      if (isBack && last.start === todayOf(context.store, context.tenantId)) return;
      changeQuantity(context, change);
    },
  },
};
