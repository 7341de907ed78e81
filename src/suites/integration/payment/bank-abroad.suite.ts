import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { type Money, parseMoney, sumMoney } from '../../../model/money.ts';
import { expectedAllocation } from '../../../oracle/payment/expected-allocation.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { type BankStreet, bankStreet, statement } from '../../../scenario/situations/bank-street.ts';
import { billingStart } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['price.flat', 'payment', 'bank.files'] as const;
const topic = 'payment' as const;
const tags = ['@edge', '@risk-high'];

/** Who owes JPY 1000, KWD 10.500, USD 100.00 and EUR 100.00. */
const people = [
  { name: 'Sakura', amount: '1000', currency: 'JPY' },
  { name: 'Dhow', amount: '10.500', currency: 'KWD' },
  { name: 'Globex', amount: '100.00', currency: 'USD' },
  { name: 'Acme', amount: '100.00', currency: 'EUR' },
] as const;

const money = (currency: string, amount: string): Money => parseMoney(amount, currency);

async function expectDues(world: World, { session, customers }: BankStreet, dues: readonly string[]) {
  const found = await Promise.all(
    customers.map(async ({ invoice }) => (await session.invoice(invoice.id)).due),
  );
  world.expectEqual(
    'left to pay by customer',
    people.map(({ currency }, index) => money(currency, dues[index] ?? '0')),
    found,
  );
}

/** What of each customer's money stands in the books. */
async function expectCash(world: World, { session, customers }: BankStreet, came: readonly string[]) {
  if (!world.can('ledger')) return;
  for (const [index, { id, name }] of customers.entries()) {
    const { currency = 'EUR' } = people[index] ?? {};
    const entries = (await session.ledger(id)).filter(({ account }) => account === 'cash');
    world.expectMoney({
      measure: `cash of ${name} in the books`,
      expected: money(currency, came[index] ?? '0'),
      actual: sumMoney(
        entries.map(({ amount }) => amount),
        currency,
      ),
      nature: 'books',
      customer: name,
      explanation: 'What came, in the currency in which it came.',
    });
  }
}

describe('A bank statement in several currencies', () => {
  check('pays each invoice with the coins of its own currency', { topic, needs, tags }, async (world) => {
    const street = await bankStreet(world, people);
    const numbers = street.customers.map(({ invoice }) => invoice.number);
    const amounts = ['400', '0.255', '99.99', '0.01'];
    const lines = people.map(({ currency }, index) => ({
      reference: `B${index}`,
      amount: amounts[index] ?? '',
      currency,
      text: numbers[index] ?? '',
      booked: addDays(billingStart, -index),
    }));
    const results = await street.session.importStatement(statement(...lines));
    world.expectEqual(
      'results',
      people.map(() => 'matched'),
      results.map(({ kind }) => kind),
    );
    await expectDues(world, street, ['600', '10.245', '0.01', '99.99']);
    await expectCash(world, street, amounts);
  });

  check(
    'pays no invoice with money of another currency, and keeps that money',
    { topic, needs, tags },
    async (world) => {
      const street = await bankStreet(world, people);
      const [sakura, dhow, globex] = street.customers.map(({ invoice }) => invoice.number);
      const results = await street.session.importStatement(
        statement(
          { reference: 'B1', amount: '1000.00', currency: 'EUR', text: sakura ?? '' },
          { reference: 'B2', amount: '10500', currency: 'JPY', text: dhow ?? '' },
          { reference: 'B3', amount: '100.00', currency: 'EUR', text: globex ?? '' },
        ),
      );
      world.expectEqual(
        'results',
        ['unapplied', 'unapplied', 'unapplied'],
        results.map(({ kind }) => kind),
      );
      await expectDues(world, street, ['1000', '10.500', '100.00', '100.00']);
      const waiting = (await street.session.unappliedCash()).map(({ amount }) => amount);
      const kept = [money('EUR', '1000.00'), money('JPY', '10500'), money('EUR', '100.00')];
      world.expectEqual('money that waits', kept, waiting);
    },
  );

  check('with amounts that no bank writes so books none of them', { topic, needs, tags }, async (world) => {
    const street = await bankStreet(world, people);
    const [sakura, dhow, globex] = street.customers.map(({ invoice }) => invoice.number);
    const wrong = [
      { amount: '400.00', currency: 'JPY', text: sakura },
      { amount: '4.00', currency: 'KWD', text: dhow },
      { amount: '4,000', currency: 'KWD', text: dhow },
      { amount: '4.000', currency: 'USD', text: globex },
      { amount: '0.00', currency: 'USD', text: globex },
    ];
    const lines = wrong.map(({ text = '', ...line }, index) => ({ reference: `B${index}`, text, ...line }));
    const results = await street.session.importStatement(statement(...lines));
    world.expectEqual(
      'results',
      wrong.map(() => 'rejected'),
      results.map(({ kind }) => kind),
    );
    await expectDues(world, street, ['1000', '10.500', '100.00', '100.00']);
  });
});

describe('Money that waited for its owner', () => {
  check(
    'pays his open invoices in the order of the target, and what is over is his',
    { topic, needs: [...needs, 'clock', 'balance'], tags },
    async (world) => {
      const street = await bankStreet(world, people);
      const { session, customers } = street;
      await session.importStatement(
        statement(
          { reference: 'first', amount: '777.77', currency: 'USD', text: 'thank you' },
          { reference: 'second', amount: '1500', currency: 'JPY', text: 'thank you' },
          { reference: 'third', amount: '32.001', currency: 'KWD', text: 'thank you' },
        ),
      );
      await session.advanceTo(addDays(billingStart, 35));
      // The one in the middle comes first, and the first stays where it is.
      for (const [reference, { id = '', name = '' } = {}, amount] of [
        ['second', customers[0], money('JPY', '1500')],
        ['third', customers[1], money('KWD', '32.001')],
      ] as const) {
        const open = await session.invoices(id);
        world.expectEqual(`open invoices of ${name}`, 2, open.length);
        const debts = open.map(({ number, issueDate, due }) => ({ name: number, issueDate, due }));
        const order = world.profile.paymentAllocation ?? 'oldest-first';
        const { shares, surplus } = expectedAllocation(amount, debts, order);
        await session.applyCash(reference, id);
        world.expectEqual(
          `paid by invoice of ${name}`,
          shares.map((share) => share.amount),
          (await session.invoices(id)).map(({ paid }) => paid),
        );
        world.expectEqual(`balance of ${name}`, surplus, (await session.balance(id)).amount);
      }
      const waiting = (await session.unappliedCash()).map(({ reference, amount }) => ({ reference, amount }));
      world.expectEqual(
        'money that waits',
        [{ reference: 'first', amount: money('USD', '777.77') }],
        waiting,
      );
    },
  );

  check(
    'goes to nobody who pays in another currency, and waits on',
    { topic, needs, tags },
    async (world) => {
      const street = await bankStreet(world, people);
      const { session, customers } = street;
      await session.importStatement(
        statement({ reference: 'B1', amount: '100.00', currency: 'USD', text: 'thank you' }),
      );
      const answer = await refusalOf(session.applyCash('B1', customers[3]?.id ?? ''));
      world.expectRefused(answer, 'Dollars paid what is owed in euros.');
      world.expectEqual('money that waits', 1, (await session.unappliedCash()).length);
      await session.applyCash('B1', customers[2]?.id ?? '');
      await expectDues(world, street, ['1000', '10.500', '0.00', '100.00']);
    },
  );
});
