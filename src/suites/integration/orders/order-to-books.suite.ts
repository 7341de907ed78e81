import { describe } from 'vitest';
import { addDays, instant } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import {
  earnedOf,
  expectChain,
  type ImportedOrder,
  importAll,
  imported,
  netOf,
} from '../../../scenario/situations/order-chain.ts';
import {
  invoicesOf,
  onStreet,
  orderAndBookNeeds,
  orderNeeds,
  type Street,
} from '../../../scenario/situations/order-street.ts';
import type { World } from '../../../scenario/world.ts';

const roundsMax = 6;

interface OrderTiming {
  /** From the moment at which the order source handed the order out until its invoice could be read. */
  readonly orderMs: number;
  /** From then until nothing was left to pay. */
  readonly cashMs: number;
}

/** Nothing for an order that did not come to its money: then there is a time too few. */
async function timed(
  world: World,
  { session, source }: Street,
  { orderId, customerId }: ImportedOrder,
): Promise<readonly OrderTiming[]> {
  const [invoice] = await session.invoices(customerId);
  const invoicedMs = performance.now();
  if (invoice === undefined) return [];
  const key = `${world.checkId}-pay-${invoice.number}`;
  await session.pay({ key, invoiceId: invoice.id, amount: invoice.due });
  const { due } = await session.invoice(invoice.id);
  if (due.amountMinor !== 0n) return [];
  const handedOutMs = source.handedOutAtMs.get(orderId) ?? Number.POSITIVE_INFINITY;
  return [{ orderMs: invoicedMs - handedOutMs, cashMs: performance.now() - invoicedMs }];
}

function slowest(timings: readonly OrderTiming[], of: keyof OrderTiming): string {
  return String(Math.round(Math.max(...timings.map((timing) => timing[of]))));
}

describe('From the order source to the books', () => {
  check(
    'Every order can be followed to the books and to accounting, by count and by value',
    { topic: 'order-to-cash', needs: orderAndBookNeeds, tags: ['@close'] },
    async (world) => {
      await onStreet(world, 12, async ({ session, source, accounting, book }) => {
        for (const one of book.orders) source.offer(one);
        const taken = imported(await importAll(session, roundsMax));
        const customers = taken.map(({ customerId }) => customerId);
        const at = instant('2026-01-15T10:00:00Z');
        const usage = { meter: 'calls', quantity: '8', at };
        const results = await session.sendUsage(
          customers.map((customerId, index) => ({
            ...usage,
            id: `${world.checkId}-use-${index}`,
            customerId,
          })),
        );
        await session.advanceTo(addDays(book.start, 31));
        const invoices = await invoicesOf(session, customers);
        const ledger = (await Promise.all(customers.map((id) => session.ledger(id)))).flat();
        await session.handOverPostings();
        const sentOn = accounting.taken.flatMap(({ entries }) => entries);
        // Two fees of EUR 20.00, and 8 calls at EUR 0.25: EUR 42.00 an order.
        const value = sumMoney(
          book.orders.map(() => parseMoney('42.00', 'EUR')),
          'EUR',
        );
        const earned = sentOn
          .filter(({ account }) => ['revenue', 'deferred-revenue', 'discounts'].includes(account))
          .map(({ amount, currency, side }) =>
            parseMoney(side === 'credit' ? amount : `-${amount}`, currency),
          );
        const postedInvoices = new Set(ledger.map(({ invoiceId }) => invoiceId));
        const takenInvoices = new Set(sentOn.map(({ invoiceId }) => invoiceId));
        const accepted = results.filter(({ outcome }) => outcome === 'accepted').length;
        world.expectEqual('usage accepted', book.orders.length, accepted);
        expectChain(world, [
          { name: 'ordered', count: 2 * book.orders.length, value },
          { name: 'invoiced', count: invoices.length, value: netOf(invoices, 'EUR') },
          { name: 'posted', count: postedInvoices.size, value: earnedOf(ledger, 'EUR') },
          { name: 'taken by accounting', count: takenInvoices.size, value: sumMoney(earned, 'EUR') },
        ]);
      });
    },
  );

  check(
    'How long an order takes to its first invoice, and an invoice to its money, is measured for each order',
    { topic: 'order-to-cash', needs: [...orderNeeds, 'payment'], tags: ['@journey'] },
    async (world) => {
      await onStreet(world, 5, async (street) => {
        for (const one of street.book.orders) street.source.offer(one);
        const taken = imported(await importAll(street.session, roundsMax));
        const timings: OrderTiming[] = [];
        for (const one of taken) timings.push(...(await timed(world, street, one)));
        world.expectEqual(
          'orders that were measured to their money',
          street.book.orders.length,
          timings.length,
        );
        world.expectThat(
          timings.every(({ orderMs }) => orderMs > 0),
          'An order was invoiced before the order source handed it out.',
        );
        world.record.measurement('order processing time, slowest', slowest(timings, 'orderMs'), 'ms');
        world.record.measurement('invoice-to-cash time, slowest', slowest(timings, 'cashMs'), 'ms');
      });
    },
  );
});

describe('Postings to accounting', () => {
  check(
    'Each posting is taken once, also where its answer was lost or accounting was away',
    { topic: 'ledger', needs: orderAndBookNeeds, tags: ['@risk-high', '@drill'] },
    async (world) => {
      await onStreet(world, 4, async ({ session, source, accounting, book }) => {
        for (const one of book.orders) source.offer(one);
        await importAll(session, roundsMax);
        accounting.behave({ kind: 'away' });
        const away = await session.handOverPostings();
        world.expectEqual('taken while it is away', { taken: 0, open: book.orders.length }, away);
        accounting.behave({ kind: 'well' });
        accounting.loseAnswers(1);
        await session.handOverPostings();
        // Whoever does not know whether the first was taken sends none that stands behind it in the books.
        world.expectEqual('in accounting when an answer was lost', 1, accounting.taken.length);
        const { open } = await session.handOverPostings();
        world.expectEqual('left open', 0, open);
        const ids = accounting.taken.map(({ postingId }) => postingId);
        world.expectEqual('postings in accounting', book.orders.length, new Set(ids).size);
        world.expectEqual('none twice', ids.length, new Set(ids).size);
        world.expectEqual('refused by accounting', [], [...accounting.refused.values()]);
        // Four fees of EUR 20.00.
        const posted = accounting.taken.flatMap(({ entries }) => entries);
        const receivables = posted
          .filter(({ account }) => account === 'receivables')
          .map(({ amount, currency }) => parseMoney(amount, currency));
        world.expectMoney({
          measure: 'receivables in accounting',
          expected: parseMoney('80.00', 'EUR'),
          actual: sumMoney(receivables, 'EUR'),
          nature: 'books',
          explanation: 'Accounting holds each invoice once.',
        });
      });
    },
  );
});
