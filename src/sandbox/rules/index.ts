import { gatewayAmount } from './gateway-amount.ts';
import { invoiceTotal } from './invoice-total.ts';
import { invoicePostings, paymentPostings } from './ledger-postings.ts';
import { nextPeriodEnd } from './next-period-end.ts';
import { priceVersionInForce } from './price-version-in-force.ts';
import { prorationShare } from './proration-share.ts';
import { quotedDiscounts } from './quoted-discounts.ts';
import { roundToMinor } from './round-to-minor.ts';
import { taxBase } from './tax-base.ts';
import { isWithinTier, tierUnits } from './tier-units.ts';
import { usageKey } from './usage-key.ts';
import { usageLinePeriod } from './usage-line-period.ts';
import { usageWindow } from './usage-window.ts';

/** The pure decisions of the engine, one function each. A defect replaces entries of this record. */
export const standardRules = {
  nextPeriodEnd,
  priceVersionInForce,
  prorationShare,
  /** The share that a preview shows; the invoice itself goes by `prorationShare`. */
  quotedShare: prorationShare,
  quotedDiscounts,
  tierUnits,
  isWithinTier,
  roundToMinor,
  taxBase,
  invoiceTotal,
  usageKey,
  usageWindow,
  usageLinePeriod,
  gatewayAmount,
  invoicePostings,
  paymentPostings,
};

export type Rules = Readonly<typeof standardRules>;
