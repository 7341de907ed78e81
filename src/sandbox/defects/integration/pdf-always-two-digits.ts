import { moneyAmount, moneyOf } from '../../../model/money.ts';
import type { Defect } from '../defect.ts';

/** Documents had a formatter of their own that divided by a hundred. The list has no row for it. */
export const pdfAlwaysTwoDigits: Defect = {
  name: 'pdf-always-two-digits',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'On the PDF, amounts of every currency have two digits after the point',
  rules: { documentAmount: (money) => `${money.currency} ${moneyAmount(moneyOf(money.amountMinor, 'EUR'))}` },
};
