import { wholeCredits } from '../../rules/credit/wallet-amounts.ts';
import type { Defect } from '../defect.ts';

/** The invoice was rounded to whole cents, the wallet took the credits as they were asked for. The list has no row for it. */
export const unpaidPartOfCreditsGiven: Defect = {
  name: 'unpaid-part-of-credits-given',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'minor',
  title: 'Who buys credits gets those, too, that no whole cent was charged for',
  rules: { creditsBought: (asked) => wholeCredits(asked) },
};
