import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import type { Defect } from '../defect.ts';

/** A sibling of modrinth/code#3851. The list has no row for it. */
export const seatsForCentsNotCharged: Defect = {
  name: 'seats-for-cents-not-charged',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'minor',
  title: 'More seats that cost less than 30 cents until the end of the period are not charged',
  procedures: {
    changeQuantity: (context, change) => {
      const { issueInvoice } = context.procedures;
      const procedures: typeof context.procedures = {
        ...context.procedures,
        issueInvoice: (inner, draft) =>
          draft.total > 0n && draft.total < 30n ? '' : issueInvoice(inner, draft),
      };
      changeQuantity({ ...context, procedures }, change);
    },
  },
};
