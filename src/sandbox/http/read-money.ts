import { HarnessFault } from '../../model/fault.ts';
import { type Money, parseMoney } from '../../model/money.ts';
import { refuse } from '../refusal.ts';

/** An amount of a request, exact; more digits than the currency has are refused. */
export function readMoney(money: { readonly amount: string; readonly currency: string }): Money {
  try {
    return parseMoney(money.amount, money.currency);
  } catch (error) {
    if (error instanceof HarnessFault) refuse('amount', error.message);
    throw error;
  }
}
