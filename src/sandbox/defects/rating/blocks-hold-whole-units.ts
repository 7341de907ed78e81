import { ceiling, wholeNumber } from '../../arithmetic/fraction.ts';
import { unitsSold } from '../../rules/subscription/units-sold.ts';
import type { Defect } from '../defect.ts';

/** The size of a block was kept as an integer. The list has no row for it. */
export const blocksHoldWholeUnits: Defect = {
  name: 'blocks-hold-whole-units',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'major',
  title: 'A block of two and a half units is billed as one of three',
  rules: {
    unitsSold: ({ units, block }) =>
      unitsSold({ units, block: block === null ? null : wholeNumber(ceiling(block)) }),
  },
};
