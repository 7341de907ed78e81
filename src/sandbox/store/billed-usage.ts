import { type LocalDate, localDate } from '../../model/date.ts';
import { earlier } from '../arithmetic/earlier.ts';
import type { Context } from '../engine.ts';
import { integerOf, textOf, textOrNull } from './columns.ts';
import type { StoredSubscription } from './subscriptions.ts';

/** What was billed so far for one price of one period; amounts in minor units. */
export interface BilledPart {
  readonly kind: 'usage' | 'commitment';
  readonly code: string;
  readonly quantity: string;
  readonly net: bigint;
}

/** `item` is the key of the due item whose usage it is. */
export interface BilledUsage {
  readonly subscriptionId: string;
  readonly item: string;
  readonly parts: readonly BilledPart[];
}

export function saveBilledUsage(context: Context, { subscriptionId, item, parts }: BilledUsage): void {
  for (const { kind, code, quantity, net } of parts) {
    context.store.run(
      `INSERT INTO billed_usage (tenant, subscription, item, kind, code, quantity, net) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (tenant, subscription, item, kind, code) DO UPDATE SET quantity = excluded.quantity, net = excluded.net`,
      context.tenantId,
      subscriptionId,
      item,
      kind,
      code,
      quantity,
      net,
    );
  }
}

export function billedUsageOf(
  context: Context,
  of: { readonly subscriptionId: string; readonly item: string },
): readonly BilledPart[] {
  return context.store
    .all(
      'SELECT kind, code, quantity, net FROM billed_usage WHERE tenant = ? AND subscription = ? AND item = ?',
      context.tenantId,
      of.subscriptionId,
      of.item,
    )
    .map((row) => ({
      kind: textOf(row, 'kind') === 'commitment' ? 'commitment' : 'usage',
      code: textOf(row, 'code'),
      quantity: textOf(row, 'quantity'),
      net: integerOf(row, 'net'),
    }));
}

/** The first day that is not served any more by what the subscription was on; null while nothing ends it. */
export function planEndOf(
  context: Context,
  { id, cancelledFrom }: StoredSubscription,
  assignment: number,
): LocalDate | null {
  const row = context.store.first(
    'SELECT min(start) AS next FROM assignments WHERE tenant = ? AND subscription = ? AND number > ?',
    context.tenantId,
    id,
    assignment,
  );
  const next = row === null ? null : textOrNull(row, 'next');
  if (next === null || cancelledFrom === null) return next === null ? cancelledFrom : localDate(next);
  return earlier(localDate(next), cancelledFrom);
}
