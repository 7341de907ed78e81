import { describe } from 'vitest';
import type { StatementResult } from '../../../model/billing/bank.ts';
import { addDays } from '../../../model/date.ts';
import { moneyAmount, moneyOf, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { type BankStreet, statement, threeOwe } from '../../../scenario/situations/bank-street.ts';
import { billingStart, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

/** As files have them that passed through a spreadsheet or another country, and what each is in cents. */
const waysToWrite = [
  ['7.5', 7_50n],
  ['7.', 7_00n],
  ['.75', 75n],
  ['7', 7_00n],
  ['7.500', 7_50n],
  ['007.50', 7_50n],
  ['7,50', 7_50n],
  ['+7.50', 7_50n],
  [' 7.50', 7_50n],
  ['7.50 ', 7_50n],
  ['7.50-', 0n],
  ['0.075e2', 7_50n],
  ['7.5O', 0n],
] as const;

const needs = ['price.flat', 'payment', 'bank.files'] as const;
const topic = 'payment' as const;

async function expectDues(world: World, { session, customers }: BankStreet, dues: readonly string[]) {
  const found = await Promise.all(
    customers.map(async ({ invoice }) => (await session.invoice(invoice.id)).due),
  );
  world.expectEqual('left to pay by customer', dues.map(eur), found);
}

const kinds = (results: readonly StatementResult[]) => results.map(({ kind }) => kind);

/** What came is on invoices and balances, and nowhere twice. */
async function expectCash(world: World, { session, customers }: BankStreet, came: string) {
  if (!world.can('ledger')) return;
  const entries = (await Promise.all(customers.map(({ id }) => session.ledger(id)))).flat();
  const cash = entries.filter(({ account, side }) => account === 'cash' && side === 'debit');
  world.expectMoney({
    measure: 'cash in the books',
    expected: eur(came),
    actual: sumMoney(
      cash.map(({ amount }) => amount),
      'EUR',
    ),
    nature: 'books',
    explanation: 'Each booking of the bank once, for whoever sent it.',
  });
}

describe('A bank statement', () => {
  check(
    'pays the invoices that its senders name',
    { topic, needs, tags: ['@risk-high', '@close'] },
    async (world) => {
      const street = await threeOwe(world);
      const [acme, mueller, kim] = street.customers.map(({ invoice }) => invoice.number);
      const results = await street.session.importStatement(
        statement(
          { reference: 'B1', amount: '100.00', text: `Rechnung ${mueller}, danke` },
          { reference: 'B2', amount: '30.10', text: (kim ?? '').toLowerCase().replace('-', ' ') },
          { reference: 'B3', amount: '40.00', text: `part of ${acme}` },
        ),
      );
      world.expectEqual('results', ['matched', 'matched', 'matched'], kinds(results));
      await expectDues(world, street, ['60.00', '0.00', '0.00']);
      await expectCash(world, street, '170.10');
    },
  );

  check(
    'counts once, however often it is imported',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const street = await threeOwe(world);
      const [acme = ''] = street.customers.map(({ invoice }) => invoice.number);
      const line = { reference: 'B1', amount: '40.00', text: acme };
      const file = statement(line);
      await street.session.importStatement(file);
      world.expectEqual('the second time', ['known'], kinds(await street.session.importStatement(file)));
      await Promise.all([1, 2, 3].map(() => street.session.importStatement(file)));
      // The bank sends the day once more, with what came after.
      const longer = statement(line, { reference: 'B2', amount: '5.00', text: acme });
      world.expectEqual(
        'the longer file',
        ['known', 'matched'],
        kinds(await street.session.importStatement(longer)),
      );
      await expectDues(world, street, ['55.00', '100.00', '30.10']);
      await expectCash(world, street, '45.00');
    },
  );

  check(
    'counts once, by its reference, whatever else the bank tells of it the second time',
    { topic, needs, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const street = await threeOwe(world);
      const [acme = '', globex = ''] = street.customers.map(({ invoice }) => invoice.number);
      const line = { reference: 'B1', amount: '40.00', text: acme, name: 'Acme' };
      const again = [
        { ...line, booked: addDays(billingStart, -1) },
        { ...line, amount: '40.01' },
        { ...line, text: globex },
        { ...line, text: `${acme}, with thanks` },
        { ...line, name: 'Acme Anvils GmbH' },
      ];
      for (const told of [line, ...again]) await street.session.importStatement(statement(told));
      await expectDues(world, street, ['60.00', '100.00', '30.10']);
      await expectCash(world, street, '40.00');
    },
  );

  check(
    'keeps two equal transfers of one day apart',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const street = await threeOwe(world);
      const [acme = ''] = street.customers.map(({ invoice }) => invoice.number);
      const same = { amount: '25.00', text: acme, name: 'Acme' };
      const results = await street.session.importStatement(
        statement({ reference: 'B1', ...same }, { reference: 'B2', ...same }),
      );
      world.expectEqual('results', ['matched', 'matched'], kinds(results));
      await expectDues(world, street, ['50.00', '100.00', '30.10']);
      await expectCash(world, street, '50.00');
    },
  );

  check(
    'with lines that nobody can read books all others',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const street = await threeOwe(world);
      const [acme = '', , kim = ''] = street.customers.map(({ invoice }) => invoice.number);
      const good = (reference: string, amount: string, text: string) =>
        `${reference},2026-01-01,${amount},EUR,${text},N`;
      const lines = [
        'reference,booked,amount,currency,text,name',
        good('B1', '10.00', acme),
        good('B2', '1O.00', acme),
        good('B3', '10,00', acme),
        'B4,2026-13-41,10.00,EUR,none,N',
        'B5,2026-01-01',
        'B6,2026-01-01,10.00,XYZ,none,N',
        'B7,2026-01-01,10.00,EUR,"no end,N',
        good('B8', '1000', acme),
        good('B9', '-10.00', acme),
        good('B10', '30.10', kim),
      ];
      const results = await street.session.importStatement(`${lines.join('\r\n')}\r\n`);
      const bad = Array.from({ length: 8 }, () => 'rejected');
      world.expectEqual('results', ['matched', ...bad, 'matched'], kinds(results));
      world.expectEqual(
        'lines',
        [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        results.map(({ line }) => line),
      );
      await expectDues(world, street, ['90.00', '100.00', '0.00']);
      const strange = street.session.importStatement('a;b;c\n');
      world.expectRefused(await refusalOf(strange), 'The target took a file that is no statement.');
    },
  );

  check(
    'with an amount that is written in another way says no, or takes it for what it is',
    { topic, needs, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const street = await threeOwe(world);
      const [acme = ''] = street.customers.map(({ invoice }) => invoice.number);
      let [left, booked] = [100_00n, 0n];
      for (const [index, [amount, cents]] of waysToWrite.entries()) {
        const line = statement({ reference: `B${index}`, amount, text: acme });
        const [result] = await street.session.importStatement(line);
        if (result?.kind === 'matched') [left, booked] = [left - cents, booked + cents];
        await expectDues(world, street, [moneyAmount(moneyOf(left, 'EUR')), '100.00', '30.10']);
      }
      await expectCash(world, street, moneyAmount(moneyOf(booked, 'EUR')));
      world.expectEqual('money that waits', [], await street.session.unappliedCash());
    },
  );

  check(
    'tells bookings apart whose references begin alike, or differ in a large letter',
    { topic, needs, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const street = await threeOwe(world);
      const [acme = ''] = street.customers.map(({ invoice }) => invoice.number);
      const long = 'NOTPROVIDED-20260101-0000000000000000000';
      const references = [`${long}1`, `${long}2`, 'b1', 'B1', '1', '01'];
      const results = await street.session.importStatement(
        statement(...references.map((reference) => ({ reference, amount: '10.00', text: acme }))),
      );
      world.expectEqual(
        'results',
        references.map(() => 'matched'),
        kinds(results),
      );
      await expectDues(world, street, ['40.00', '100.00', '30.10']);
      await expectCash(world, street, '60.00');
    },
  );

  check(
    'never loses money of which nobody knows whose it is',
    { topic, needs, tags: ['@close'] },
    async (world) => {
      const street = await threeOwe(world);
      const { session, customers } = street;
      const [acme] = customers;
      // The amounts are those of open invoices, which says nothing; and the number has a digit too many.
      const results = await session.importStatement(
        statement(
          { reference: 'B1', amount: '100.00', text: 'thank you' },
          { reference: 'B2', amount: '30.10', text: `${acme?.invoice.number}7` },
        ),
      );
      world.expectEqual('results', ['unapplied', 'unapplied'], kinds(results));
      await expectDues(world, street, ['100.00', '100.00', '30.10']);
      const waiting = (await session.unappliedCash()).map(({ reference, amount }) => ({ reference, amount }));
      world.expectEqual(
        'money that waits',
        [
          { reference: 'B1', amount: eur('100.00') },
          { reference: 'B2', amount: eur('30.10') },
        ],
        waiting,
      );
      await session.applyCash('B1', acme?.id ?? '');
      await refusalOf(session.applyCash('B1', acme?.id ?? ''));
      await expectDues(world, street, ['0.00', '100.00', '30.10']);
      world.expectEqual('money that waits then', 1, (await session.unappliedCash()).length);
      await expectCash(world, street, '100.00');
    },
  );

  check(
    'may pay several invoices at once, or more than is owed',
    { topic, needs: [...needs, 'clock', 'balance'] },
    async (world) => {
      const street = await threeOwe(world);
      const { session, customers } = street;
      await session.advanceTo(addDays(billingStart, 31));
      const { id = '' } = customers[0] ?? {};
      const [january, february] = await session.invoices(id);
      const text = `${february?.number} + ${january?.number}`;
      await session.importStatement(statement({ reference: 'B1', amount: '150.00', text }));
      world.expectEqual(
        'left to pay by month',
        [eur('50.00'), eur('0.00')],
        (await session.invoices(id)).map(({ due }) => due),
      );
      await session.importStatement(
        statement({ reference: 'B2', amount: '60.00', text: january?.number ?? '' }),
      );
      world.expectEqual('balance', eur('10.00'), (await session.balance(id)).amount);
    },
  );
});
