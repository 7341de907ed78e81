import type { ListedFee } from '../../model/billing/listed-fee.ts';
import type { LocalDate } from '../../model/date.ts';

export interface PriceListVerbs {
  /** The flat periodic fees of all plans as they are sold on the day, in their own currency. Changes nothing. */
  listedFees(date: LocalDate): Promise<readonly ListedFee[]>;
}
