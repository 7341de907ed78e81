import { agreedPrice } from '../../rules/catalog/agreed-price.ts';
import type { Defect } from '../defect.ts';

/** The form for prices had a field for free events and none for free value. The list has no row for it. */
export const freeValueOfPercentageLost: Defect = {
  name: 'free-value-of-percentage-lost',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'The value that a percentage leaves free is forgotten between price list and bill',
  rules: {
    agreedPrice: (question) => {
      const price = agreedPrice(question);
      return price.kind === 'percentage' ? { ...price, freeVolume: null } : price;
    },
  },
};
