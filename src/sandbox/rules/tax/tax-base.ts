import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import type { CurrencyCode } from '../../../model/currency.ts';
import { type Fraction, minus } from '../../arithmetic/fraction.ts';

export interface TaxableLine {
  readonly net: Fraction;
  readonly discount: Fraction;
  readonly currency: CurrencyCode;
}

/** What the tax is a percentage of: by habit of the sandbox, the price after discount. */
export function taxBase(line: TaxableLine, habit: PolicyProfile['taxBase'] = 'after-discount'): Fraction {
  return habit === 'before-discount' ? line.net : minus(line.net, line.discount);
}
