import { minorUnitDigits } from '../../../model/currency.ts';
import { fractionFromDecimal, fractionOf, times } from '../../arithmetic/fraction.ts';
import { walletHoldings } from '../../procedures/credit/spend-wallets.ts';
import { creditScale } from '../../rules/credit/wallet-amounts.ts';
import { walletById } from '../../store/wallets.ts';
import type { Defect } from '../defect.ts';

export const walletBalanceCut: Defect = {
  name: 'wallet-balance-cut',
  row: 'CRE-10',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'major',
  title: 'The balance of a wallet is its credits cut to whole cents, and its movements come to more',
  procedures: {
    walletHoldings: (context, walletId) => {
      const { rate, currency } = walletById(context, walletId);
      const { credits } = walletHoldings(context, walletId);
      const unit = fractionOf(10n ** BigInt(minorUnitDigits(currency)), 1n);
      const worth = times(times(fractionOf(credits, creditScale), fractionFromDecimal(rate)), unit);
      return { credits, amount: worth.over / worth.under };
    },
  },
};
