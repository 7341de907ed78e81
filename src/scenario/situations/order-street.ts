import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';
import { sumMoney } from '../../model/money.ts';
import { type Accounting, openAccounting } from '../../neighbours/accounting.ts';
import { type OrderSource, openOrderSource } from '../../neighbours/order-source.ts';
import type { TargetSession } from '../../target/session.ts';
import type { World } from '../world.ts';
import { netOf, type OrderBook, orderBook, orderedPlan, orderValue } from './order-chain.ts';

/** What a check of orders needs of its target. */
export const orderNeeds = ['clock', 'price.flat', 'price.per-unit', 'neighbour.orders'] as const;
export const orderAndBookNeeds = [...orderNeeds, 'ledger', 'neighbour.accounting'] as const;

export interface Street {
  readonly session: TargetSession;
  readonly source: OrderSource;
  readonly accounting: Accounting;
  readonly book: OrderBook;
}

/** A target between an order source and accounting, both simulated; the orders of the book are not offered yet. */
export async function onStreet(
  world: World,
  count: number,
  body: (street: Street) => Promise<void>,
): Promise<void> {
  const book = orderBook(world, count);
  await onStreetOn(world, book.start, async (street) => {
    await street.session.publish(orderedPlan);
    await body({ ...street, book });
  });
}

/** The same from the day on, where nothing is sold and nothing ordered yet. */
export async function onStreetOn(
  world: World,
  today: LocalDate,
  body: (street: Omit<Street, 'book'>) => Promise<void>,
): Promise<void> {
  const [source, accounting] = await Promise.all([openOrderSource(), openAccounting()]);
  try {
    const session = await world.target(today);
    await session.connectNeighbour({ kind: 'order-source', url: source.url });
    if (world.can('neighbour.accounting'))
      await session.connectNeighbour({ kind: 'accounting', url: accounting.url });
    await body({ session, source, accounting });
  } finally {
    await Promise.all([source.close(), accounting.close()]);
  }
}

export async function invoicesOf(
  session: TargetSession,
  customers: readonly string[],
): Promise<readonly Invoice[]> {
  return (await Promise.all(customers.map((id) => session.invoices(id)))).flat();
}

/** Each order is one subscription with one invoice of its fee. */
export async function expectEachOnce(
  world: World,
  { session, book }: Street,
  customers: readonly string[],
): Promise<void> {
  world.expectEqual('customers', book.orders.length, new Set(customers).size);
  const invoices = await invoicesOf(session, customers);
  world.expectEqual('invoices', book.orders.length, invoices.length);
  world.expectMoney({
    measure: 'invoiced of all orders',
    expected: sumMoney(
      book.orders.map(() => orderValue),
      book.currency,
    ),
    actual: netOf(invoices, book.currency),
    nature: 'charge',
    explanation: 'Each order is billed once, however often and however late it came.',
  });
}
