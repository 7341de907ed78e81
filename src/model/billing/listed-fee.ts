import type { Money } from '../money.ts';

/** What the price list of a day asks for a plan each period. */
export interface ListedFee {
  readonly plan: string;
  readonly fee: Money;
}
