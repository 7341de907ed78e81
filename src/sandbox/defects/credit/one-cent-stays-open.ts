import { minorUnitDigits } from '../../../model/currency.ts';
import { fractionOf, times } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';
import { partsWithExactTax } from '../parts-with-exact-tax.ts';

export const oneCentStaysOpen: Defect = {
  name: 'one-cent-stays-open',
  row: 'INV-06',
  family: 'INV',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'minor',
  title: 'What each fee may take of a wallet is cut to whole cents, and a cent of the invoice stays open',
  rules: {
    walletUse: ({ available, parts, due, currency }) => {
      const unit = fractionOf(10n ** BigInt(minorUnitDigits(currency)), 1n);
      const caps = parts.map((part) => times(part, unit)).map(({ over, under }) => over / under);
      const most = caps.reduce((total, cap) => total + cap, 0n);
      const least = [available, due, most].reduce((left, right) => (left < right ? left : right));
      return least > 0n ? least : 0n;
    },
  },
  procedures: { settleableParts: partsWithExactTax },
};
