import type { LineCredit } from '../../model/billing/line-credit.ts';

export interface LineCreditVerbs {
  /** Takes it off what is open of the invoice, or owes it to the customer. */
  creditLine(credit: LineCredit): Promise<void>;
}
