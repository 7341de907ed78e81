import { times } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** Every price was multiplied by the quantity. The list has no row for it. */
export const flatFeeTimesQuantity: Defect = {
  name: 'flat-fee-times-quantity',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'critical',
  title: 'A flat fee is charged once for each seat',
  rules: { flatAmount: ({ amount, quantity }) => times(amount, quantity) },
};
