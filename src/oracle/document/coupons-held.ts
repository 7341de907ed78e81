import type { CouponScope } from '../../model/billing/coupon.ts';
import type { DocumentDiscount } from '../../model/billing/document-line.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { LocalDate } from '../../model/date.ts';
import type { BillingHistory, CouponHeld } from '../subscription/billing-history.ts';
import type { DueLine } from '../subscription/service.ts';

/** How many invoices each coupon has reduced so far; kept over all invoices of a customer. */
export type CouponUses = Map<CouponHeld, number>;

/** Discounts of a customer's own are coupons for everything and for ever. */
export function couponsOf(history: BillingHistory): readonly CouponHeld[] {
  const own = history.discounts.map(
    ({ from, percent }, index): CouponHeld => ({
      redeemedOn: from,
      subscription: null,
      coupon: {
        code: `discount-${index + 1}`,
        value: { kind: 'percent', percent },
        scope: { kind: 'invoice' },
        redeemBy: null,
        validUntil: null,
        invoicesMax: null,
        redemptionsMax: null,
      },
    }),
  );
  return [...own, ...(history.coupons ?? [])];
}

/** Those that reduce an invoice of the day, in the order in which they do. */
export function couponsOn(
  day: LocalDate,
  coupons: readonly CouponHeld[],
  state: { readonly uses: CouponUses; readonly profile: PolicyProfile },
): readonly CouponHeld[] {
  const reducing = coupons.filter((held) => {
    const { validUntil, invoicesMax } = held.coupon;
    // A subscription's first invoice is made when it is signed: its own coupon comes after that.
    const begins = held.subscription === null ? held.redeemedOn <= day : held.redeemedOn < day;
    const ends = validUntil !== null && validUntil < day;
    return begins && !ends && (state.uses.get(held) ?? 0) < (invoicesMax ?? Number.POSITIVE_INFINITY);
  });
  if (state.profile.discountOrder === 'as-redeemed') return reducing;
  return [...reducing.filter((held) => !isWide(held)), ...reducing.filter(isWide)];
}

/** A credit that undoes its line has the discount of that line; one by the terms of its own day has those of the day. */
export function asDocumentDiscount(
  held: CouponHeld,
  due: readonly DueLine[],
  { creditTerms }: Pick<PolicyProfile, 'creditTerms'>,
): DocumentDiscount {
  const lines = [...due.keys()].filter(
    (index) =>
      (creditTerms === 'credit-day' || due[index]?.line.kind !== 'proration-credit') &&
      isFor(held, due[index]),
  );
  const { value } = held.coupon;
  return value.kind === 'percent' ? { ...value, lines } : { kind: 'amount', amount: value.amount, lines };
}

function isFor(held: CouponHeld, due: DueLine | undefined): boolean {
  if (due === undefined) return false;
  const { subscription, plan, charge } = due.line;
  return (
    (held.subscription ?? subscription) === subscription && isInScope(held.coupon.scope, { plan, charge })
  );
}

function isInScope(scope: CouponScope, line: { readonly plan: string; readonly charge: string }): boolean {
  if (scope.kind === 'plans') return new Set(scope.plans).has(line.plan);
  return scope.kind === 'invoice' || new Set(scope.charges).has(line.charge);
}

function isWide({ coupon, subscription }: CouponHeld): boolean {
  return subscription === null && coupon.scope.kind === 'invoice';
}
