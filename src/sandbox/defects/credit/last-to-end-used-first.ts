import type { Defect } from '../defect.ts';

/** The order by end was turned over. The list has no row for it. */
export const lastToEndUsedFirst: Defect = {
  name: 'last-to-end-used-first',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'major',
  title: 'Of prepaid credits, those that end last are used first, and the others lapse unused',
  rules: {
    walletOrder: (wallets) =>
      wallets.toSorted(
        (a, b) => a.priority - b.priority || (b.expires ?? '9999').localeCompare(a.expires ?? '9999'),
      ),
  },
};
