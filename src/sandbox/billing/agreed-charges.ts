import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { type Fraction, fractionOf } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import { refuse } from '../refusal.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';
import type { Segment } from './due-item.ts';

export interface AgreedCharge {
  /** With the price that this customer pays. */
  readonly charge: Charge;
  /** What the price is multiplied with. */
  readonly factor: Fraction;
}

export interface AgreedService {
  readonly version: PlanVersion;
  readonly segment: Pick<Segment, 'plan' | 'index' | 'assignment'>;
  /** In which the customer pays. */
  readonly currency: CurrencyCode;
}

/** The charges of a version as this customer has them: in his currency, as negotiated, and raised at each renewal. */
export function chargesFor(
  context: Context,
  subscription: StoredSubscription,
  of: AgreedService,
): readonly AgreedCharge[] {
  const { rules } = context;
  const { agreement } = subscription;
  const { currency } = of;
  const negotiated = rules.agreementFor({ agreement, segment: of.segment });
  const { term } = agreement;
  return of.version.charges.map((charge) => {
    const listed = rules.priceInCurrency({ version: of.version, charge, currency });
    // Left out, it would be missing on the bill without a word.
    if (listed === null) refuse('plan', `Found no price of ${charge.code} in ${currency}, expected one.`);
    const price = rules.agreedPrice({ charge: charge.code, listed, negotiated });
    const isRaised = charge.kind === 'recurring' && term !== null;
    const factor = isRaised ? rules.termFactor({ term, index: of.segment.index }) : fractionOf(1n, 1n);
    return { charge: { ...charge, price }, factor };
  });
}
