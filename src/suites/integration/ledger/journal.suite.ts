import { describe } from 'vitest';
import type { LedgerEntry } from '../../../model/billing/ledger.ts';
import { localDate } from '../../../model/date.ts';
import { moneyOf, parseMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { expectBalanced } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['price.flat', 'ledger', 'journal'] as const;
const start = localDate('2026-01-10');

type Line = Pick<LedgerEntry, 'account' | 'side' | 'amount'>;

async function begin(world: World, currency = 'EUR') {
  const plan = monthlyPlan('basic', [fee('31')], { currency });
  const customer = { EUR: 'Acme', JPY: 'Sakura', KWD: 'Dhow' }[currency] ?? 'Acme';
  return openContract(world, { customer, plan, start });
}

function bothSides(debit: string, credit: string): readonly Line[] {
  return [
    { account: 'receivables', side: 'debit', amount: parseMoney(debit, 'EUR') },
    { account: 'revenue', side: 'credit', amount: parseMoney(credit, 'EUR') },
  ];
}

/** Many small lines on one side, their sum on the other. */
function manyLines(count: number, amount: string, currency: string): readonly Line[] {
  const one = parseMoney(amount, currency);
  const small = Array.from(
    { length: count },
    (): Line => ({ account: 'receivables', side: 'debit', amount: one }),
  );
  return [
    ...small,
    { account: 'revenue', side: 'credit', amount: moneyOf(one.amountMinor * BigInt(count), currency) },
  ];
}

describe('Postings by hand', () => {
  for (const [count, amount, currency] of [
    [3, '0.10', 'EUR'],
    [1_000, '0.01', 'EUR'],
    [777, '1.13', 'EUR'],
    [333, '0.007', 'KWD'],
    [100, '1', 'JPY'],
    [2, '4503599627370.49', 'EUR'],
  ] as const) {
    check(
      `${count} lines of ${currency} ${amount} and their sum are taken, and change the books by exactly that`,
      { topic: 'ledger', needs, tags: ['@close'] },
      async (world) => {
        const { session, customerId } = await begin(world, currency);
        const lines = manyLines(count, amount, currency);
        const before = (await session.ledger(customerId)).length;
        const journal = { key: `${world.checkId}-j`, customerId, date: start, lines };
        world.expectEqual('entries', lines.length, (await session.postJournal(journal)).length);
        const entries = await session.ledger(customerId);
        world.expectEqual('entries of the customer', before + lines.length, entries.length);
        expectBalanced(world, entries);
      },
    );
  }

  for (const [what, surplus, currency] of [
    ['a cent', 1n, 'EUR'],
    ['four cents', 4n, 'EUR'],
    ['a fils', 1n, 'KWD'],
    ['a yen', 1n, 'JPY'],
    ['a cent too little', -1n, 'EUR'],
    ['one euro', 100n, 'EUR'],
  ] as const) {
    check(
      `Sides that differ by ${what} are refused, and nothing is posted`,
      { topic: 'ledger', needs, tags: ['@close', '@risk-high'] },
      async (world) => {
        const { session, customerId } = await begin(world, currency);
        const before = (await session.ledger(customerId)).length;
        const lines: readonly Line[] = [
          { account: 'receivables', side: 'debit', amount: moneyOf(100_000n + surplus, currency) },
          { account: 'revenue', side: 'credit', amount: moneyOf(100_000n, currency) },
        ];
        const answer = await refusalOf(
          session.postJournal({ key: `${world.checkId}-j`, customerId, date: start, lines }),
        );
        world.expectRefused(answer, `An unbalanced journal was ${answer}, expected a refusal.`);
        const entries = await session.ledger(customerId);
        world.expectEqual('entries of the customer', before, entries.length);
        expectBalanced(world, entries);
      },
    );
  }

  for (const [what, lines] of [
    ['without any line', []],
    ['of nothing on both sides', bothSides('0.00', '0.00')],
    ['of less than nothing on both sides', bothSides('-5.00', '-5.00')],
    [
      'of as much in two currencies',
      [
        { account: 'receivables', side: 'debit', amount: parseMoney('5.00', 'EUR') },
        { account: 'revenue', side: 'credit', amount: parseMoney('5.00', 'USD') },
      ],
    ],
  ] as const satisfies readonly (readonly [string, readonly Line[]])[])
    check(
      `A journal ${what} is refused, and nothing is posted`,
      { topic: 'ledger', needs, tags: ['@close', '@edge'] },
      async (world) => {
        const { session, customerId } = await begin(world);
        const before = (await session.ledger(customerId)).length;
        const journal = { key: `${world.checkId}-j`, customerId, date: start, lines };
        world.expectRefused(await refusalOf(session.postJournal(journal)), `A journal ${what} was taken.`);
        world.expectEqual('entries of the customer', before, (await session.ledger(customerId)).length);
      },
    );

  check(
    'A journal that is sent twice, and five times at one instant, is posted once',
    { topic: 'idempotency', needs, tags: ['@risk-high'] },
    async (world) => {
      const { session, customerId } = await begin(world);
      const journal = {
        key: `${world.checkId}-j`,
        customerId,
        date: start,
        lines: manyLines(3, '0.10', 'EUR'),
      };
      const before = (await session.ledger(customerId)).length;
      await Promise.all([1, 2, 3, 4, 5].map(() => refusalOf(session.postJournal(journal))));
      await session.postJournal(journal);
      world.expectEqual('entries of the customer', before + 4, (await session.ledger(customerId)).length);
    },
  );
});
