import { describe } from 'vitest';
import { addDays, instant, type LocalDate, localDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { importAll, imported, order } from '../../../scenario/situations/order-chain.ts';
import {
  expectEachOnce,
  invoicesOf,
  onStreet,
  orderNeeds,
} from '../../../scenario/situations/order-street.ts';

/** More than any of these stories needs; a target that never comes to an end is stopped here. */
const roundsMax = 6;

const otherPlan = monthlyPlan('other', [fee('35.00')]);

describe('Orders from the order source', () => {
  check(
    'An order that comes twice, and a list that is read again from its beginning, make nothing more',
    { topic: 'idempotency', needs: orderNeeds, tags: ['@risk-high'] },
    async (world) => {
      await onStreet(world, 4, async (street) => {
        const { session, source, book } = street;
        for (const one of [...book.orders, ...book.orders]) source.offer(one);
        const results = await importAll(session, roundsMax);
        world.expectEqual(
          'what became of them',
          [...book.orders.map(() => 'imported'), ...book.orders.map(() => 'known')],
          results.map(({ kind }) => kind),
        );
        await expectEachOnce(
          world,
          street,
          imported(results).map(({ customerId }) => customerId),
        );
      });
    },
  );

  check(
    'Two orders of one customer are two subscriptions of one customer',
    { topic: 'order-to-cash', needs: orderNeeds },
    async (world) => {
      await onStreet(world, 1, async ({ session, source, book }) => {
        const [one] = book.orders;
        if (one === undefined) return;
        source.offer(one);
        source.offer({ ...one, id: `${one.id}-again` });
        const taken = imported(await importAll(session, roundsMax));
        world.expectEqual('customers', 1, new Set(taken.map(({ customerId }) => customerId)).size);
        world.expectEqual(
          'subscriptions',
          2,
          new Set(taken.map(({ subscriptionId }) => subscriptionId)).size,
        );
      });
    },
  );

  check(
    'Orders of two customers who agree in all but their key are orders of two customers',
    { topic: 'order-to-cash', needs: orderNeeds, tags: ['@edge', '@risk-high'] },
    async (world) => {
      await onStreet(world, 3, async (street) => {
        const { session, source, book } = street;
        for (const one of book.orders)
          source.offer({ ...one, customer: { ...one.customer, name: 'Smith Ltd' } });
        const taken = imported(await importAll(session, roundsMax));
        await expectEachOnce(
          world,
          street,
          taken.map(({ customerId }) => customerId),
        );
      });
    },
  );

  check(
    'What a later order says of a customer who is known changes nothing of what he has',
    { topic: 'order-to-cash', needs: [...orderNeeds, 'tax', 'usage'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      await onStreet(world, 1, async ({ session, source, book }) => {
        const [one] = book.orders;
        if (one === undefined) return;
        const rates = { from: localDate('2020-01-01') };
        await session.setTaxRate({ ...rates, country: 'DE', ratePercent: '19' });
        await session.setTaxRate({ ...rates, country: 'AT', ratePercent: '20' });
        source.offer(one);
        const [taken] = imported(await importAll(session, roundsMax));
        if (taken === undefined) return;
        await session.advanceTo(addDays(book.start, 9));
        const elsewhere = {
          ...one.customer,
          name: 'Another name',
          country: 'AT',
          timeZone: 'Asia/Tokyo',
        } as const;
        source.offer({ ...one, id: `${one.id}-again`, customer: elsewhere });
        await importAll(session, roundsMax);
        // Half an hour before the month is over in Berlin, and hours after it is in Tokyo.
        await session.advanceTo(addDays(book.start, 30));
        await session.sendUsage([
          {
            id: `${world.checkId}-late`,
            customerId: taken.customerId,
            subscriptionId: taken.subscriptionId,
            meter: 'calls',
            quantity: '4',
            at: instant(`${addDays(book.start, 30)}T22:30:00Z`),
          },
        ]);
        await session.advanceTo(addDays(book.start, 32));
        const invoices = await session.invoices(taken.customerId);
        const lines = invoices.flatMap((invoice) => invoice.lines);
        const own = lines.filter(({ kind, period }) => kind === 'usage' && period?.from === book.start);
        world.expectEqual(
          'calls of January',
          ['4'],
          own.map(({ quantity }) => quantity),
        );
        for (const { issueDate, subtotal, tax } of invoices)
          world.expectMoney({
            measure: `tax of ${issueDate}`,
            expected: moneyOf((subtotal.amountMinor * 19n) / 100n, 'EUR'),
            actual: tax,
            nature: 'books',
            explanation: 'He is where his first order said, whatever a later one says.',
          });
      });
    },
  );

  check(
    'A later order does not rename a customer who is known',
    { topic: 'order-to-cash', needs: [...orderNeeds, 'customer.versions'], tags: ['@edge'] },
    async (world) => {
      await onStreet(world, 1, async ({ session, source, book }) => {
        const [one] = book.orders;
        if (one === undefined) return;
        source.offer(one);
        source.offer({ ...one, id: `${one.id}-again`, customer: { ...one.customer, name: 'Another name' } });
        for (const { customerId } of imported(await importAll(session, roundsMax)))
          world.expectEqual('his name', one.customer.name, (await session.customerName(customerId)).name);
      });
    },
  );

  for (const { what, need, act } of [
    {
      what: 'has ended',
      need: 'subscription.cancel',
      act: (session: BillingSession, id: string, date: LocalDate) =>
        session.cancel(id, { kind: 'date', date }),
    },
    {
      what: 'is paused',
      need: 'subscription.pause',
      act: (session: BillingSession, id: string, date: LocalDate) =>
        session.pause(id, { kind: 'date', date }),
    },
    {
      what: 'is on another plan',
      need: 'subscription.change',
      act: (session: BillingSession, id: string, date: LocalDate) =>
        session.changePlan(id, otherPlan.plan, { kind: 'date', date }),
    },
  ] as const)
    check(
      `An order that comes again when its subscription ${what} makes nothing more`,
      { topic: 'idempotency', needs: [...orderNeeds, need], tags: ['@edge', '@risk-high'] },
      async (world) => {
        await onStreet(world, 1, async ({ session, source, book }) => {
          const [one] = book.orders;
          if (one === undefined) return;
          await session.publish(otherPlan);
          source.offer(one);
          const [taken] = imported(await importAll(session, roundsMax));
          if (taken === undefined) return;
          const date = addDays(book.start, 9);
          await session.advanceTo(date);
          await act(session, taken.subscriptionId, date);
          await session.advanceTo(addDays(date, 1));
          const before = await session.invoices(taken.customerId);
          source.offer(one);
          const again = await importAll(session, roundsMax);
          world.expectEqual(
            'what became of it',
            ['known'],
            again.map(({ kind }) => kind),
          );
          const after = await session.invoices(taken.customerId);
          world.expectEqual('invoices', before.length, after.length);
        });
      },
    );

  check(
    'An order that cannot be carried out is named with its field, and holds up no other',
    { topic: 'order-to-cash', needs: orderNeeds },
    async (world) => {
      await onStreet(world, 3, async (street) => {
        const { session, source, book } = street;
        const [first, ...others] = book.orders;
        if (first === undefined) return;
        const { plan: _left, ...partial } = order('partial', book.start);
        const bad: readonly unknown[] = [
          partial,
          { ...order('no-quantity', book.start), quantity: 'three' },
          { ...order('unknown-plan', book.start), plan: 'nobody published this' },
          'not an order at all',
        ];
        for (const one of [first, ...bad, ...others]) source.offer(one);
        const results = await importAll(session, roundsMax);
        const rejected = results.filter((result) => result.kind === 'rejected');
        world.expectEqual(
          'rejected, and why',
          [
            ['partial', 'plan'],
            ['no-quantity', 'quantity'],
            ['unknown-plan', 'plan'],
            ['', ''],
          ],
          rejected.map(({ orderId, field }) => [orderId, field]),
        );
        await expectEachOnce(
          world,
          street,
          imported(results).map(({ customerId }) => customerId),
        );
      });
    },
  );

  check(
    'An order that arrives late is billed from the day on which its service began',
    { topic: 'order-to-cash', needs: orderNeeds },
    async (world) => {
      await onStreet(world, 2, async (street) => {
        const { session, source, book } = street;
        await session.advanceTo(addDays(book.start, 9));
        for (const one of book.orders) source.offer(one);
        const taken = imported(await importAll(session, roundsMax));
        const customers = taken.map(({ customerId }) => customerId);
        await expectEachOnce(world, street, customers);
        for (const invoice of await invoicesOf(session, customers))
          world.expectEqual('first period', book.start, invoice.lines[0]?.period?.from ?? null);
      });
    },
  );

  check(
    'A page without any order is not the last one, unless it says so',
    { topic: 'idempotency', needs: orderNeeds, tags: ['@edge', '@risk-high'] },
    async (world) => {
      await onStreet(world, 7, async (street) => {
        const { session, source, book } = street;
        for (const one of book.orders) source.offer(one);
        source.blank(2);
        const { source: state, results } = await session.importOrders();
        world.expectEqual('the order source', 'answered', state);
        const taken = imported(results);
        world.expectEqual('orders of one round', book.orders.length, taken.length);
        await expectEachOnce(
          world,
          street,
          taken.map(({ customerId }) => customerId),
        );
      });
    },
  );

  check(
    'While the order source is away, or breaks off, nothing is lost; afterwards each order comes once',
    { topic: 'idempotency', needs: orderNeeds, tags: ['@drill'] },
    async (world) => {
      await onStreet(world, 12, async (street) => {
        const { session, source, book } = street;
        for (const one of book.orders) source.offer(one);
        source.behave({ kind: 'away' });
        const during = await session.importOrders();
        world.expectEqual('while it is away', { source: 'silent', results: [] }, during);
        source.behave({ kind: 'well' });
        source.tear(1);
        const torn = await session.importOrders();
        world.expectEqual('a page that breaks off', { source: 'silent', results: [] }, torn);
        source.behave({ kind: 'slow', byMs: 30 });
        const results = await importAll(session, roundsMax);
        world.expectEqual('orders', book.orders.length, imported(results).length);
        await expectEachOnce(
          world,
          street,
          imported(results).map(({ customerId }) => customerId),
        );
      });
    },
  );
});
