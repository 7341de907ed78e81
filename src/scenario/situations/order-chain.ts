import type { Invoice } from '../../model/billing/invoice.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { Order, OrderImport, OrderResult } from '../../model/billing/order.ts';
import { instant, type LocalDate, localDate } from '../../model/date.ts';
import { addMoney, type Money, negateMoney, sumMoney } from '../../model/money.ts';
import type { TargetSession } from '../../target/session.ts';
import { fee, metered, monthlyPlan } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';

/** Orders of one plan, each of another customer, all beginning on one day. */
export interface OrderBook {
  readonly orders: readonly Order[];
  readonly start: LocalDate;
  readonly currency: string;
}

export const orderedPlan = monthlyPlan('ordered', [
  fee('20.00'),
  metered('calls', { kind: 'per-unit', unit: '0.25' }),
]);

/** The fee of the plan above: what each order is worth in its first month, before usage and tax. */
export const orderValue: Money = { amountMinor: 2_000n, currency: 'EUR' };

export function orderBook(world: World, count: number): OrderBook {
  const start = localDate('2026-01-01');
  const orders = Array.from({ length: count }, (_, index) => order(`${world.checkId}-${index + 1}`, start));
  return { orders, start, currency: 'EUR' };
}

export function order(id: string, start: LocalDate): Order {
  return {
    id,
    placedAt: instant(`${start}T08:00:00Z`),
    customer: {
      key: `customer of ${id}`,
      name: `Customer of ${id}`,
      country: 'DE',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    },
    plan: orderedPlan.plan,
    quantity: '1',
    start,
  };
}

/** Rounds of fetching until the source answered to its end; at most as many as a source of that size can need. */
export async function importAll(session: TargetSession, roundsMax: number): Promise<readonly OrderResult[]> {
  const results: OrderResult[] = [];
  for (let round = 0; round < roundsMax; round += 1) {
    const { source, results: some }: OrderImport = await session.importOrders();
    results.push(...some);
    if (source === 'answered') break;
  }
  return results;
}

export type ImportedOrder = Exclude<OrderResult, { readonly kind: 'rejected' }>;

/** Those that became a customer and a subscription now, and not before. */
export function imported(results: readonly OrderResult[]): readonly ImportedOrder[] {
  return results.flatMap((result) => (result.kind === 'imported' ? [result] : []));
}

/** One link of the way from order to books: how many there are and what they are worth. */
export interface ChainLink {
  readonly name: string;
  readonly count: number;
  readonly value: Money;
}

/** Each link must hold as many as the first, and what they are worth; a hole is named by the two links around it. */
export function expectChain(world: World, links: readonly ChainLink[]): void {
  const [first, ...others] = links;
  if (first === undefined) return;
  world.trail(
    'from order to books',
    links.map(({ name, count, value }) => ({ text: `${name}: ${count}`, value: amountText(value) })),
  );
  world.expectThat(first.count > 0, 'The chain begins with nothing, so nothing was compared.');
  for (const [index, { name, count, value }] of others.entries()) {
    world.expectEqual(`${name}, count`, first.count, count);
    world.expectMoney({
      measure: `${name}, value`,
      expected: first.value,
      actual: value,
      nature: 'books',
      explanation: `What was ${links[index]?.name ?? first.name} must all be ${name}.`,
    });
  }
}

export function netOf(invoices: readonly Invoice[], currency: string): Money {
  return sumMoney(
    invoices.map(({ subtotal, discount }) => addMoney(subtotal, negateMoney(discount))),
    currency,
  );
}

/** What was earned by the books: revenue, recognised and deferred, less discounts. */
export function earnedOf(entries: readonly LedgerEntry[], currency: string): Money {
  const earned = entries.filter(({ account }) =>
    ['revenue', 'deferred-revenue', 'discounts'].includes(account),
  );
  return sumMoney(
    earned.map(({ side, amount }) => (side === 'credit' ? amount : negateMoney(amount))),
    currency,
  );
}

function amountText({ amountMinor, currency }: Money): string {
  return `${currency} ${amountMinor} minor units`;
}
