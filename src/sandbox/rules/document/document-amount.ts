import { displayMoney, type Money } from '../../../model/money.ts';

/** An amount as a document shows it: with its currency, and with as many digits as that has. */
export function documentAmount(money: Money): string {
  return displayMoney(money);
}
