import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const agreedPriceByFirstLetters: Defect = {
  name: 'agreed-price-by-first-letters',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'An agreed price is used for every charge whose code begins like its own',
  rules: {
    agreedPrice: ({ charge, listed, negotiated }) =>
      negotiated.find((each) => charge.startsWith(each.charge))?.price ?? listed,
  },
};
