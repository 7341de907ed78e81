import { localDate } from '../../../model/date.ts';
import { listFees } from '../../procedures/subscription/list-fees.ts';
import type { Defect } from '../defect.ts';

export const newestPriceListed: Defect = {
  name: 'newest-price-listed',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'The price list of any day shows the newest prices',
  procedures: { listFees: (context) => listFees(context, localDate('2999-12-31')) },
};
