import { unusedCreditLeft } from '../../procedures/credit/unused-credit-left.ts';
import type { Defect } from '../defect.ts';

export const adjustedChargeStopsInvoicing: Defect = {
  name: 'adjusted-charge-stops-invoicing',
  row: 'CRE-13',
  family: 'CRE',
  stage: 'credit',
  effect: 'lost',
  severity: 'critical',
  title: 'A charge that was credited in part cannot be given back any more, and no further bill is made',
  procedures: {
    unusedCreditLeft: (context, unused) => {
      const left = unusedCreditLeft(context, unused);
      if (left === unused.amount) return left;
      throw new RangeError('Found an item that was adjusted, expected one that can be repaired.');
    },
  },
};
