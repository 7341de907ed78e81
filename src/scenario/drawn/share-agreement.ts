import type { Invoice } from '../../model/billing/invoice.ts';
import { canonicalDecimal } from '../../model/decimal.ts';
import { addMoney, formatMoney, type Money } from '../../model/money.ts';
import type { BillingHistory, ExpectedInvoice } from '../../oracle/subscription/billing-history.ts';
import type { World } from '../world.ts';

interface DayOfShares {
  readonly name: string;
  readonly day: string;
  readonly billing: BillingHistory;
  readonly expected: ExpectedInvoice | null;
  readonly actual: readonly Invoice[];
}

/** What each coupon took off and what each rate came to, where the target says so. */
export function expectShares(world: World, of: DayOfShares): void {
  const { name, day, billing, expected, actual } = of;
  if (actual.every(({ discounts }) => discounts !== undefined)) {
    const codes = new Set((billing.coupons ?? []).map(({ coupon }) => coupon.code));
    const wanted = couponTexts(expected === null ? [] : [expected], codes);
    world.expectEqual(`${name}, coupons on ${day}`, wanted, couponTexts(actual, codes));
  }
  if (actual.every(({ taxes }) => taxes !== undefined)) {
    // Of a tax that is rounded once for all, whose the last cent is, is the target's own.
    const isOfRate = world.profile.roundingPoint !== 'invoice';
    world.expectEqual(
      `${name}, taxes by rate on ${day}`,
      taxTexts(expected === null ? [] : [expected], isOfRate),
      taxTexts(actual, isOfRate),
    );
  }
}

/** Discounts of a customer's own have no code that both sides know. */
function couponTexts(invoices: readonly Pick<Invoice, 'discounts'>[], codes: ReadonlySet<string>) {
  const shares = invoices.flatMap(({ discounts = [] }) => discounts).filter(({ code }) => codes.has(code));
  return summed(shares.map(({ code, amount }) => [code, amount]));
}

function taxTexts(invoices: readonly Pick<Invoice, 'taxes'>[], isOfRate: boolean) {
  const shares = invoices.flatMap(({ taxes = [] }) => taxes);
  const rate = (share: (typeof shares)[number]) =>
    `${share.treatment} ${canonicalDecimal(share.ratePercent)} %`;
  return summed(
    shares.flatMap((share) => [
      [`${rate(share)} of`, share.base] as const,
      ...(isOfRate ? [[`${rate(share)} is`, share.tax] as const] : []),
    ]),
  );
}

/** Nothing taken off is as good as no coupon. */
function summed(parts: readonly (readonly [string, Money])[]): readonly string[] {
  const sums = new Map<string, Money>();
  for (const [key, amount] of parts) {
    const before = sums.get(key);
    sums.set(key, before === undefined ? amount : addMoney(before, amount));
  }
  return [...sums]
    .filter(([, amount]) => amount.amountMinor !== 0n)
    .map(([key, amount]) => `${key} ${formatMoney(amount)}`)
    .sort();
}
