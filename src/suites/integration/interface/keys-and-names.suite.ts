import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { moneyOf, parseMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectExportsAgree } from '../../../scenario/exports.ts';
import { credit, expectFigure, expectSoundBooks } from '../../../scenario/situations/credited-invoice.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';

const start = localDate('2026-01-01');
const plan = monthlyPlan('basic', [fee('80.00')]);
const tags = ['@edge', '@risk-high'];

describe('A request that is repeated a month and thirty other requests later', () => {
  check(
    'is still the first one: order, payment and customer',
    { topic: 'idempotency', needs: ['clock', 'price.flat', 'payment'], tags },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const [invoice] = await session.invoices(customerId);
      const order = { customerId, plan: 'basic', start, quantity: '1', billing: 'anniversary' } as const;
      const subscribe = () => session.subscribe({ key: `${world.checkId}-order`, ...order });
      const pay = (key: string) =>
        session.pay({ key: `${world.checkId}-${key}`, invoiceId: invoice?.id ?? '', amount: eur('1.00') });
      const first = await subscribe();
      const paid = await pay('first');
      for (let number = 0; number < 30; number += 1) {
        await pay(`other-${number}`);
        const other = { key: `${world.checkId}-customer-${number}`, name: `Customer ${number}` };
        await session.createCustomer({ ...other, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' });
      }
      await session.advanceTo(addDays(start, 30));
      world.expectEqual('subscription of the repeated order', first.id, (await subscribe()).id);
      world.expectEqual('payment of the repeated request', paid.id, (await pay('first')).id);
      world.expectEqual('payments', 31, (await session.payments(customerId)).length);
    },
  );
});

describe('Two who change a customer', () => {
  check(
    'A version that nobody has read yet is refused like an old one',
    { topic: 'idempotency', needs: ['price.flat', 'customer.versions'], tags },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const read = await session.customerName(customerId);
      const ahead = { name: 'Acme AG', version: read.version + 1 };
      const answer = await refusalOf(session.renameCustomer(customerId, ahead));
      world.expectRefused(answer, 'A change of a version to come was accepted.');
      world.expectEqual('the customer', read, await session.customerName(customerId));
    },
  );
});

describe('The trail', () => {
  check(
    'has one entry for each refund, rename and rule of dunning, with who did it',
    {
      topic: 'document',
      needs: ['price.flat', 'roles', 'audit-trail', 'payment', 'payment.refund', 'customer.versions'],
      tags,
    },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const conrad = await session.asUser({ name: 'Conrad', role: 'controller' });
      const [invoice] = await session.invoices(customerId);
      const key = `${world.checkId}-pay`;
      const { id: paymentId } = await session.pay({ key, invoiceId: invoice?.id ?? '', amount: eur('9.00') });
      const { length } = await session.auditTrail();
      await conrad.refund({ key: `${world.checkId}-back`, paymentId, amount: eur('4.00') });
      const read = await conrad.customerName(customerId);
      await conrad.renameCustomer(customerId, { ...read, name: 'Acme SE' });
      const trail = (await session.auditTrail()).slice(length);
      world.expectEqual(
        'entries',
        [
          ['Conrad', 'controller'],
          ['Conrad', 'controller'],
        ],
        trail.map(({ user, role }) => [user, role]),
      );
    },
  );
});

describe('The trail of one user', () => {
  check(
    'has an entry for each of several customers, orders and payments that are made one after the other',
    { topic: 'document', needs: ['price.flat', 'roles', 'audit-trail', 'payment'], tags },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const conrad = await session.asUser({ name: 'Conrad', role: 'controller' });
      const [{ id: invoiceId = '' } = {}] = await session.invoices(customerId);
      const order = { customerId, plan: 'basic', start, quantity: '1', billing: 'anniversary' } as const;
      const home = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as const;
      for (const [what, act] of [
        ['payments', (key: string) => conrad.pay({ key, invoiceId, amount: eur('1.00') })],
        ['customers', (key: string) => conrad.createCustomer({ key, name: key, ...home })],
        ['orders', (key: string) => conrad.subscribe({ key, ...order })],
      ] as const) {
        const added: number[] = [];
        for (const number of [1, 2, 3]) {
          const { length } = await session.auditTrail();
          await act(`${world.checkId}-${what}-${number}`);
          added.push(
            (await session.auditTrail()).slice(length).filter(({ user }) => user === 'Conrad').length,
          );
        }
        const [first = 0] = added;
        world.expectThat(first > 0, `Found nothing in the trail of the first of several ${what}.`);
        world.expectEqual(
          `entries of Conrad for each of three ${what}`,
          added.map(() => first),
          added,
        );
      }
    },
  );
});

describe('Money of every kind of currency', () => {
  for (const [currency, price] of [
    ['KRW', '80000'],
    ['VND', '1999000'],
    ['ISK', '990'],
    ['CLP', '15000'],
    ['BHD', '12.345'],
    ['TND', '0.501'],
    ['HUF', '2999.50'],
  ] as const)
    check(
      `${currency} ${price} is asked for in its own smallest unit`,
      { topic: 'payment', needs: ['price.flat', 'payment'], tags: ['@edge'] },
      async (world) => {
        const local = monthlyPlan('local', [fee(price)], { currency });
        const { session, customerId } = await openContract(world, { customer: 'Acme', plan: local, start });
        const [invoice] = await session.invoices(customerId);
        const amount = parseMoney(price, currency);
        const payment = await session.pay({
          key: `${world.checkId}-pay`,
          invoiceId: invoice?.id ?? '',
          amount,
        });
        world.expectEqual('paid', amount, payment.amount);
        // Where money is only recorded, nobody was asked for it.
        if (world.can('payment.gateway'))
          world.expectMoney({
            measure: 'asked of the gateway',
            expected: amount,
            actual: moneyOf(payment.gatewayAmountMinor ?? 0n, currency),
            nature: 'charge',
            explanation: `The gateway takes the smallest unit of ${currency}.`,
          });
        world.expectEqual(
          'left to pay',
          moneyOf(0n, currency),
          (await session.invoice(invoice?.id ?? '')).due,
        );
      },
    );
});

describe('An invoice that gives back and charges', () => {
  check(
    'is credited by parts of either line, each with the tax of its own',
    {
      topic: 'credit',
      needs: ['clock', 'price.flat', 'tax', 'credit-note', 'balance', 'payment', 'subscription.change'],
      tags: ['@edge', '@credit'],
    },
    async (world) => {
      const session = await world.target(start);
      await session.setTaxRate({ country: 'DE', ratePercent: '19', from: localDate('2020-01-01') });
      const small = monthlyPlan('small', [fee('31.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan: small, start, session });
      await session.publish(monthlyPlan('large', [fee('62.00')]));
      const date = localDate('2026-01-22');
      await session.advanceTo(date);
      await session.changePlan(contract.subscription.id, 'large', { kind: 'date', date });
      const [, changed] = await session.invoices(contract.customerId);
      // Ten of 31 days: -10.00 and 20.00, with tax of -1.90 and 3.80.
      const place = (sign: bigint) =>
        (changed?.lines ?? []).findIndex(({ net }) => net.amountMinor * sign > 0n);
      const lines = [
        { line: place(-1n), net: eur('-4.00') },
        { line: place(1n), net: eur('10.00') },
      ];
      const request = { invoiceId: changed?.id ?? '', part: { kind: 'lines', lines } } as const;
      const note = await session.creditNote({ key: `${world.checkId}-1`, ...request, reason: 'goodwill' });
      expectFigure(world, 'net of both parts', [eur('6.00'), note.net]);
      expectFigure(world, 'tax of both parts', [eur('1.14'), note.tax]);
      const rest = { invoiceId: changed?.id ?? '', part: { kind: 'whole' } } as const;
      const last = await session.creditNote({ key: `${world.checkId}-2`, ...rest, reason: 'the rest' });
      expectFigure(world, 'net of the rest', [eur('4.00'), last.net]);
      expectFigure(world, 'tax of the rest', [eur('0.76'), last.tax]);
      await expectSoundBooks(world, contract);
      const again = await refusalOf(
        session.creditNote({ key: `${world.checkId}-3`, ...rest, reason: 'again' }),
      );
      world.expectRefused(again, 'An invoice that is credited in full was credited again.');
    },
  );

  check(
    'A second note never gives what the first one gave, however little that was',
    {
      topic: 'credit',
      needs: ['price.flat', 'tax', 'credit-note', 'balance', 'payment'],
      tags: ['@edge', '@credit'],
    },
    async (world) => {
      const session = await world.target(start);
      const contract = await openContract(world, { customer: 'Acme', plan, start, session });
      const [invoice] = await session.invoices(contract.customerId);
      const partOf = (net: string) => ({ kind: 'lines', lines: [{ line: 0, net: eur(net) }] }) as const;
      await credit(world, contract, { part: partOf('10.00'), key: 'first' });
      const tooMuch = { key: `${world.checkId}-too-much`, invoiceId: invoice?.id ?? '', reason: 'goodwill' };
      const answer = await refusalOf(session.creditNote({ ...tooMuch, part: partOf('70.01') }));
      world.expectRefused(answer, 'EUR 70.01 of the EUR 70.00 that were left were credited.');
      const whole = await credit(world, contract, { part: { kind: 'whole' }, key: 'rest' });
      expectFigure(world, 'net of the rest', [eur('70.00'), whole.net]);
    },
  );
});

describe('Files have a row for everything', () => {
  check(
    'also for what came to nothing: a free line, a declined payment, a void invoice',
    {
      topic: 'reconciliation',
      needs: ['clock', 'price.flat', 'payment', 'payment.gateway', 'ledger', 'export', 'invoice.void'],
      tags: [...tags, '@close'],
    },
    async (world) => {
      const mixed = monthlyPlan('mixed', [fee('80.00'), fee('0.00', 'free')]);
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan: mixed, start });
      await session.advanceTo(localDate('2026-03-31'));
      const [first, second] = await session.invoices(customerId);
      await session.setPaymentMethod(customerId, { behaviour: 'declines-soft', collection: 'manual' });
      const payment = { invoiceId: first?.id ?? '', amount: eur('30.00') };
      await refusalOf(session.pay({ key: `${world.checkId}-no`, ...payment }));
      await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
      await session.pay({ key: `${world.checkId}-yes`, ...payment });
      await session.voidInvoice(`${world.checkId}-void`, second?.id ?? '');
      const acme = { customerId, name: 'Acme', timeZone: 'Europe/Berlin' };
      await expectExportsAgree(world, session, [acme]);
    },
  );
});
