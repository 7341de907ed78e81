import type { Decimal } from '../../../model/decimal.ts';
import { type Money, moneyAmount } from '../../../model/money.ts';

/** With exactly the digits of its currency, no grouping and a point: what a spreadsheet adds up is what was billed. */
export function exportedAmount(money: Money): Decimal {
  return moneyAmount(money);
}
