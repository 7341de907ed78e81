import type { ChargePrice } from '../../../model/billing/catalog.ts';
import type { PriceModel } from '../../../model/billing/price.ts';

export interface AgreedQuestion {
  readonly charge: string;
  readonly listed: PriceModel;
  /** Agreed with the customer for the plan at hand; empty for any other plan. */
  readonly negotiated: readonly ChargePrice[];
}

/** What was agreed stands over the price list, and over all of its later versions. */
export function agreedPrice({ charge, listed, negotiated }: AgreedQuestion): PriceModel {
  return negotiated.find((each) => each.charge === charge)?.price ?? listed;
}
