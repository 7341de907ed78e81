import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import type { Defect } from '../defect.ts';

/** getlago/lago-api#5653. */
export const replacementWithoutCredits: Defect = {
  name: 'replacement-without-credits',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'over-billed',
  severity: 'major',
  title: 'An invoice that is billed again comes without what the first one gave back for unused days',
  procedures: {
    linesToRebill: (context, rebilled) =>
      linesToRebill(context, rebilled).filter(({ kind }) => kind !== 'proration-credit'),
  },
};
