import { spendWallets } from '../../procedures/credit/spend-wallets.ts';
import type { Defect } from '../defect.ts';

/** The money that was spent was written down as credits, too. The list has no row for it. */
export const spentCreditsAtOneToOne: Defect = {
  name: 'spent-credits-at-one-to-one',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title:
    'What a wallet pays takes as many credits along as it has units of money, whatever a credit is worth',
  procedures: {
    spendWallets: (context, invoice) => {
      const rules: typeof context.rules = {
        ...context.rules,
        creditsFor: (amountMinor, price) => context.rules.creditsFor(amountMinor, { ...price, rate: '1' }),
      };
      spendWallets({ ...context, rules }, invoice);
    },
  },
};
