import { fractionOf, roundHalfUp, times, wholeNumber } from '../../arithmetic/fraction.ts';
import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** Between rating and invoice stood a column with two places. */
export const stillToBillToTwoPlaces: Defect = {
  name: 'still-to-bill-to-two-places',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'major',
  title: 'What is still to bill is rounded to two places before it is invoiced',
  rules: {
    unitsStillToBill: (before) => {
      const left = standardRules.unitsStillToBill(before);
      return fractionOf(roundHalfUp(times(left, wholeNumber(100n))), 100n);
    },
  },
};
