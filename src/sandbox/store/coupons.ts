import type { Coupon, CouponRedemption } from '../../model/billing/coupon.ts';
import type { Discount } from '../../model/billing/customer.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { AppliedCoupon } from '../billing/applied-coupon.ts';
import type { Context } from '../engine.ts';
import { newId } from '../new-id.ts';
import { Refusal, refuseUnknown } from '../refusal.ts';
import { countOf, textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';
import { todayOf } from './tenants.ts';

export function insertCoupon(context: Context, coupon: Coupon): void {
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO coupons (tenant, code, body, redemptions_max, redeemed) VALUES (?, ?, ?, ?, 0)',
    context.tenantId,
    coupon.code,
    JSON.stringify(coupon),
    coupon.redemptionsMax,
  );
  if (inserted === 1) return;
  throw new Refusal({
    status: 409,
    field: 'code',
    message: `Found another coupon with the code ${coupon.code}.`,
  });
}

export function couponNamed(context: Context, code: string): Coupon {
  const row = context.store.first(
    'SELECT body FROM coupons WHERE tenant = ? AND code = ?',
    context.tenantId,
    code,
  );
  return row === null ? refuseUnknown('code', code) : couponFrom(row, 'body');
}

/** False when none was left. */
export function takeRedemption(context: Context, coupon: Coupon): boolean {
  const taken = context.store.run(
    `UPDATE coupons SET redeemed = redeemed + 1
     WHERE tenant = ? AND code = ? AND (redemptions_max IS NULL OR redeemed < redemptions_max)`,
    context.tenantId,
    coupon.code,
  );
  return taken === 1;
}

export function redemptionsOf(context: Context, code: string): number {
  const row = context.store.first(
    'SELECT count(*) AS redemptions FROM redemptions WHERE tenant = ? AND code = ?',
    context.tenantId,
    code,
  );
  return row === null ? 0 : countOf(row, 'redemptions');
}

/** The id of what the key redeemed before; null for a key that is new. */
export function redemptionByKey(context: Context, redemption: CouponRedemption): string | null {
  const row = context.store.first(
    'SELECT id, customer, code, subscription FROM redemptions WHERE tenant = ? AND key = ?',
    context.tenantId,
    redemption.key,
  );
  if (row === null) return null;
  const isSame =
    textOf(row, 'customer') === redemption.customerId &&
    textOf(row, 'code') === redemption.code &&
    textOrNull(row, 'subscription') === redemption.subscriptionId;
  if (isSame) return textOf(row, 'id');
  throw new Refusal({
    status: 409,
    field: 'idempotency-key',
    message: 'Found the key on another redemption.',
  });
}

export function insertRedemption(
  context: Context,
  redemption: Omit<CouponRedemption, 'key'> & {
    readonly id: string;
    readonly key: string | null;
    readonly coupon: Coupon;
    readonly redeemedOn: LocalDate;
  },
): void {
  context.store.run(
    `INSERT INTO redemptions (tenant, id, key, customer, code, subscription, coupon, redeemed_on, uses)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    context.tenantId,
    redemption.id,
    redemption.key,
    redemption.customerId,
    redemption.code,
    redemption.subscriptionId,
    JSON.stringify(redemption.coupon),
    redemption.redeemedOn,
  );
}

/** A discount is a coupon for everything and for ever that nobody else can redeem. */
export function insertDiscount(context: Context, customerId: string, discount: Discount): void {
  const { code, kind, percent } = discount;
  const coupon: Coupon = {
    code,
    value: { kind, percent },
    scope: { kind: 'invoice' },
    redeemBy: null,
    validUntil: null,
    invoicesMax: null,
    redemptionsMax: null,
  };
  const redeemedOn = todayOf(context.store, context.tenantId);
  insertRedemption(context, {
    id: newId('red'),
    key: null,
    customerId,
    code,
    subscriptionId: null,
    coupon,
    redeemedOn,
  });
}

/** All that the customer ever redeemed, in that order. */
export function appliedCoupons(context: Context, customerId: string): readonly AppliedCoupon[] {
  return context.store
    .all(
      'SELECT * FROM redemptions WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map((row) => ({
      redemptionId: textOf(row, 'id'),
      coupon: couponFrom(row, 'coupon'),
      redeemedOn: localDate(textOf(row, 'redeemed_on')),
      subscriptionId: textOrNull(row, 'subscription'),
      uses: countOf(row, 'uses'),
    }));
}

export function addUses(context: Context, redemptionId: string, uses: 1 | -1): void {
  context.store.run(
    'UPDATE redemptions SET uses = uses + ? WHERE tenant = ? AND id = ?',
    uses,
    context.tenantId,
    redemptionId,
  );
}

function couponFrom(row: Row, column: string): Coupon {
  // Only `insertCoupon` and `insertRedemption` write the column, from a value of this type.
  return JSON.parse(textOf(row, column)) as Coupon;
}
