import type { Defect } from '../defect.ts';

export const prioritySortedAsText: Defect = {
  name: 'priority-sorted-as-text',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-payment',
  severity: 'minor',
  title: 'Wallets are sorted by their priority as text, so that the tenth comes before the second',
  rules: {
    walletOrder: (wallets) =>
      wallets.toSorted((left, right) => {
        const [first, second] = [String(left.priority), String(right.priority)];
        return first < second ? -1 : Number(first > second);
      }),
  },
};
