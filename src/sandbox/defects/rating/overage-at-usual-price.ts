import { hourAmount } from '../../rules/rating/hour-amount.ts';
import type { Defect } from '../defect.ts';

/** The factor was kept with the price and never applied. The list has no row for it. */
export const overageAtUsualPrice: Defect = {
  name: 'overage-at-usual-price',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'major',
  title: 'Usage beyond the commitment of an hour costs the usual price',
  rules: {
    hourAmount: ({ commitment, quantity }) =>
      hourAmount({ commitment: { ...commitment, overageFactor: '1' }, quantity }),
  },
};
