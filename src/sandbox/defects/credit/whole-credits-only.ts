import { creditScale, wholeCredits } from '../../rules/credit/wallet-amounts.ts';
import type { Defect } from '../defect.ts';

/** The column was made for tokens. */
export const wholeCreditsOnly: Defect = {
  name: 'whole-credits-only',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'major',
  title: 'Credits are kept as whole numbers, whatever one of them is worth',
  rules: {
    wholeCredits: (credits) => (wholeCredits(credits) / creditScale) * creditScale,
  },
};
