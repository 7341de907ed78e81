import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import type { Defect } from '../defect.ts';

/** The column of orders had room for more than that of changes. */
export const seatsOfChangeToTwoPlaces: Defect = {
  name: 'seats-of-change-to-two-places',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'minor',
  title: 'A quantity that is changed keeps two decimals, whatever was told',
  procedures: {
    changeQuantity: (context, change) => {
      const kept = /^\d+(\.\d{1,2})?/.exec(change.quantity)?.[0] ?? change.quantity;
      changeQuantity(context, { ...change, quantity: kept });
    },
  },
};
