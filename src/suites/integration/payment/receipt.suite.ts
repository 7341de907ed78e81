import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { moneyOf, negateMoney, sumMoney } from '../../../model/money.ts';
import { expectedAllocation } from '../../../oracle/payment/expected-allocation.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { type Debtor, debtor, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'payment.receive'] as const;
const topic = 'payment' as const;

/** Acme owes three invoices of EUR 100.00, of January, February and March. */
async function owesThree(world: World): Promise<Debtor> {
  const owing = await debtor(world, '100.00');
  await owing.session.advanceTo(localDate('2026-03-01'));
  return owing;
}

async function expectDues(world: World, { session, customerId }: Debtor, dues: readonly string[]) {
  const found = (await session.invoices(customerId)).map(({ due }) => due);
  world.expectEqual('due by invoice, oldest first', dues.map(eur), found);
}

/** What came is on invoices or on the balance, and in the books. */
async function expectNothingLost(world: World, { session, customerId }: Debtor, came: string) {
  if (!world.can('ledger')) return;
  const entries = await session.ledger(customerId);
  const sum = (account: string) =>
    sumMoney(
      entries
        .filter((entry) => entry.account === account)
        .map(({ side, amount }) => (side === 'debit' ? amount : negateMoney(amount))),
      'EUR',
    );
  const open = sumMoney(
    (await session.invoices(customerId)).map(({ due }) => due),
    'EUR',
  );
  const books = {
    nature: 'books',
    explanation: 'Money that came is cash, and settles what is owed.',
  } as const;
  world.expectMoney({ measure: 'cash in the books', expected: eur(came), actual: sum('cash'), ...books });
  world.expectMoney({ measure: 'receivables', expected: open, actual: sum('receivables'), ...books });
}

describe('Money that comes by itself', () => {
  check('pays the open invoices in their order', { topic, needs, tags: ['@risk-high'] }, async (world) => {
    const owing = await owesThree(world);
    const { session, customerId } = owing;
    const amount = eur('150.00');
    const invoices = await session.invoices(customerId);
    await expectDues(world, owing, ['100.00', '100.00', '100.00']);
    const order = world.profile.paymentAllocation ?? 'oldest-first';
    const debts = invoices.map(({ number, issueDate, due }) => ({ name: number, issueDate, due }));
    const expected = expectedAllocation(amount, debts, order);
    await session.receive({ key: `${world.checkId}-in`, customerId, amount, invoiceIds: null });
    for (const [index, { name, amount: share }] of expected.shares.entries())
      world.expectMoney({
        measure: `paid for ${name}`,
        expected: share,
        actual: (await session.invoices(customerId))[index]?.paid ?? moneyOf(0n, 'EUR'),
        nature: 'charge',
        customer: 'Acme',
        invoice: name,
        explanation: `EUR 150.00 over three invoices of EUR 100.00, ${order}.`,
      });
    await expectNothingLost(world, owing, '150.00');
  });

  check('pays the invoices that its sender names, in that order', { topic, needs }, async (world) => {
    const owing = await owesThree(world);
    const { session, customerId } = owing;
    const [january, , march] = (await session.invoices(customerId)).map(({ id }) => id);
    await session.receive({
      key: `${world.checkId}-in`,
      customerId,
      amount: eur('130.00'),
      invoiceIds: [march ?? '', january ?? ''],
    });
    await expectDues(world, owing, ['70.00', '100.00', '0.00']);
    await expectNothingLost(world, owing, '130.00');
  });

  check('above all that is owed stands on the balance', { topic, needs }, async (world) => {
    const owing = await owesThree(world);
    const { session, customerId } = owing;
    const receipt = { key: `${world.checkId}-in`, customerId, amount: eur('345.67'), invoiceIds: null };
    const { surplus } = await session.receive(receipt);
    world.expectMoney({
      measure: 'surplus',
      expected: eur('45.67'),
      actual: surplus,
      nature: 'credit',
      customer: 'Acme',
      explanation: 'EUR 345.67 came, three invoices wanted EUR 300.00.',
    });
    await expectDues(world, owing, ['0.00', '0.00', '0.00']);
    await expectNothingLost(world, owing, '345.67');
    if (world.can('balance'))
      world.expectEqual('balance', eur('45.67'), (await session.balance(customerId)).amount);
  });

  check('counts once, however often and at once it is recorded', { topic, needs }, async (world) => {
    const owing = await owesThree(world);
    const { session, customerId } = owing;
    const receipt = { key: `${world.checkId}-in`, customerId, amount: eur('150.00'), invoiceIds: null };
    await Promise.all(Array.from({ length: 5 }, () => session.receive(receipt)));
    await session.receive(receipt);
    world.expectMoney({
      measure: 'left to pay of three invoices',
      expected: eur('150.00'),
      actual: sumMoney(
        (await session.invoices(customerId)).map(({ due }) => due),
        'EUR',
      ),
      nature: 'charge',
      customer: 'Acme',
      explanation: 'EUR 300.00 less EUR 150.00 that came once.',
    });
    await expectNothingLost(world, owing, '150.00');
  });

  check("never pays another customer's invoice", { topic, needs, tags: ['@risk-high'] }, async (world) => {
    const owing = await owesThree(world);
    const { session, invoice } = owing;
    const kim = await session.createCustomer({
      key: `${world.checkId}-kim`,
      name: 'Kim',
      country: 'DE',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    });
    const receipt = { key: `${world.checkId}-in`, customerId: kim.id, amount: eur('100.00') };
    const answer = await refusalOf(session.receive({ ...receipt, invoiceIds: [invoice.id] }));
    world.expectRefused(answer, 'The target paid the invoice of Acme with money of Kim.');
    await expectDues(world, owing, ['100.00', '100.00', '100.00']);
    const usd = {
      ...receipt,
      key: `${world.checkId}-usd`,
      amount: moneyOf(100_00n, 'USD'),
      invoiceIds: null,
    };
    world.expectRefused(
      await refusalOf(session.receive(usd)),
      'The target took dollars of a customer who pays in euros, expected refusal.',
    );
  });
});

describe('Money that comes while a payment is under way', () => {
  const pending = [...needs, 'payment.gateway'] as const;

  /** EUR 30.00 of January and all of February are asked for, and nobody knows yet what becomes of it. */
  async function partlyUnderWay(world: World) {
    const owing = await owesThree(world);
    const { session, customerId } = owing;
    await session.setPaymentMethod(customerId, { behaviour: 'stays-pending', collection: 'manual' });
    const [january, february] = await session.invoices(customerId);
    const asked = [
      [january?.id ?? '', '30.00'],
      [february?.id ?? '', '100.00'],
    ] as const;
    const paymentIds: string[] = [];
    for (const [invoiceId, amount] of asked)
      paymentIds.push(
        (await session.pay({ key: `${world.checkId}-${invoiceId}`, invoiceId, amount: eur(amount) })).id,
      );
    return { owing, paymentIds, invoiceIds: asked.map(([id]) => id) };
  }

  async function expectAllPaid(world: World, owing: Debtor, paymentIds: readonly string[]) {
    for (const paymentId of paymentIds)
      await owing.session.notifyPayment({
        id: `${world.checkId}-${paymentId}`,
        paymentId,
        outcome: 'succeeded',
      });
    await expectDues(world, owing, ['0.00', '0.00', '0.00']);
    await expectNothingLost(world, owing, '300.00');
    if (world.can('balance'))
      world.expectEqual('balance', eur('0.00'), (await owing.session.balance(owing.customerId)).amount);
  }

  check(
    'pays what nobody was asked for yet, so that all three are paid in the end',
    { topic, needs: pending, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const { owing, paymentIds } = await partlyUnderWay(world);
      const { session, customerId } = owing;
      const amount = eur('170.00');
      await session.receive({ key: `${world.checkId}-in`, customerId, amount, invoiceIds: null });
      await expectDues(world, owing, ['30.00', '100.00', '0.00']);
      await expectAllPaid(world, owing, paymentIds);
    },
  );

  check(
    'that its sender sent for these very invoices stands on the balance as far as they are asked for',
    { topic, needs: [...pending, 'balance'], tags: ['@edge'] },
    async (world) => {
      const { owing, invoiceIds } = await partlyUnderWay(world);
      const { session, customerId } = owing;
      const receipt = { key: `${world.checkId}-in`, customerId, amount: eur('200.00'), invoiceIds };
      const { surplus } = await session.receive(receipt);
      world.expectEqual('surplus', eur('130.00'), surplus);
      await expectDues(world, owing, ['30.00', '100.00', '100.00']);
      await expectNothingLost(world, owing, '200.00');
    },
  );
});

describe('Money that comes after its invoice was taken back', () => {
  check(
    'is not lost',
    { topic, needs: [...needs, 'payment.gateway', 'credit-note'], tags: ['@risk-high'] },
    async (world) => {
      const owing = await debtor(world, '100.00');
      const { session, customerId, invoice } = owing;
      await session.setPaymentMethod(customerId, { behaviour: 'stays-pending', collection: 'manual' });
      const payment = { key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('100.00') };
      const { id: paymentId } = await session.pay(payment);
      const note = { key: `${world.checkId}-note`, invoiceId: invoice.id, reason: 'goodwill' };
      const answer = await refusalOf(session.creditNote({ ...note, part: { kind: 'whole' } }));
      await session.notifyPayment({ id: `${world.checkId}-news`, paymentId, outcome: 'succeeded' });
      await expectNothingLost(world, owing, '100.00');
      if (answer !== 'accepted' || !world.can('balance')) return;
      world.expectMoney({
        measure: 'balance',
        expected: eur('100.00'),
        actual: (await session.balance(customerId)).amount,
        nature: 'credit',
        customer: 'Acme',
        explanation: "EUR 100.00 came for an invoice that was credited: they are the customer's.",
      });
    },
  );
});

describe('Money that comes by itself, and names nothing or the wrong invoice,', () => {
  const gone = [...needs, 'payment.write-off', 'invoice.void', 'balance'] as const;

  for (const names of ['nothing', 'all three'] as const)
    check(
      `passes by what is void and what was written off, where its sender names ${names}`,
      { topic, needs: gone, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const owing = await owesThree(world);
        const { session, customerId } = owing;
        const ids = (await session.invoices(customerId)).map(({ id }) => id);
        const [january = '', february = ''] = ids;
        await session.voidInvoice(`${world.checkId}-void`, january);
        await session.writeOff(`${world.checkId}-off`, february);
        const amount = eur('70.00');
        const invoiceIds = names === 'nothing' ? null : ids;
        await session.receive({ key: `${world.checkId}-in`, customerId, amount, invoiceIds });
        await expectDues(world, owing, ['0.00', '0.00', '30.00']);
        world.expectEqual('balance', eur('0.00'), (await session.balance(customerId)).amount);
      },
    );
});

describe('A write-off', () => {
  const gone = [...needs, 'payment.write-off'] as const;

  check('gives up what is left, once, as a loss', { topic, needs: gone }, async (world) => {
    const owing = await owesThree(world);
    const { session, customerId, invoice } = owing;
    await session.receive({
      key: `${world.checkId}-in`,
      customerId,
      amount: eur('40.00'),
      invoiceIds: [invoice.id],
    });
    const key = `${world.checkId}-off`;
    await Promise.all(Array.from({ length: 5 }, () => session.writeOff(key, invoice.id)));
    world.expectRefused(
      await refusalOf(session.writeOff(`${key}-again`, invoice.id)),
      'The target wrote off an invoice on which nothing is due, expected refusal.',
    );
    await expectDues(world, owing, ['0.00', '100.00', '100.00']);
    await expectNothingLost(world, owing, '40.00');
    if (!world.can('ledger')) return;
    const lost = (await session.ledger(customerId)).filter(({ account }) => account === 'bad-debt');
    world.expectMoney({
      measure: 'losses in the books',
      expected: eur('60.00'),
      actual: sumMoney(
        lost.map(({ side, amount }) => (side === 'debit' ? amount : negateMoney(amount))),
        'EUR',
      ),
      nature: 'books',
      customer: 'Acme',
      explanation: 'EUR 100.00 less EUR 40.00 that were paid.',
    });
  });
});
