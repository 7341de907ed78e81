import { missingPrices } from '../../rules/catalog/missing-prices.ts';
import type { Defect } from '../defect.ts';

/** After the kind of openmeterio/openmeter#4313. */
export const meteredChargeNeedsNoFurtherPrice: Defect = {
  name: 'metered-charge-needs-no-further-price',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'lost',
  severity: 'major',
  title: 'A version is taken although its metered charge has no price in a currency that it is sold in',
  rules: {
    missingPrices: (of) => {
      const metered = of.version.charges.filter(({ kind }) => kind === 'usage').map(({ code }) => code);
      return missingPrices(of).filter(({ charge }) => !metered.includes(charge));
    },
  },
};
