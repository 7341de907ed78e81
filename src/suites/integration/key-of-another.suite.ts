import { describe } from 'vitest';
import { localDate } from '../../model/date.ts';
import type { BillingSession } from '../../scenario/billing-session.ts';
import { refusalOf } from '../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../scenario/check.ts';
import { type Debtor, debtor, eur } from '../../scenario/situations/paying-customer.ts';

interface Request {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  /** Answers the id of what was made. */
  readonly make: (session: BillingSession, debt: Debtor, asked: Asked) => Promise<string>;
}

interface Asked {
  readonly key: string;
  /** What the two requests differ in. */
  readonly amount: string;
}

const start = localDate('2026-01-01');

const requests: readonly Request[] = [
  {
    what: 'A payment',
    needs: ['payment'],
    make: async (session, { invoice }, { key, amount }) =>
      (await session.pay({ key, invoiceId: invoice.id, amount: eur(amount) })).id,
  },
  {
    what: 'A refund',
    needs: ['payment', 'payment.refund'],
    make: async (session, { customerId, invoice }, { key, amount }) => {
      const [paid] = await session.payments(customerId);
      const whole = { key: `${key}-paid`, invoiceId: invoice.id, amount: eur('50.00') };
      const { id: paymentId } = paid ?? (await session.pay(whole));
      return (await session.refund({ key, paymentId, amount: eur(amount) })).id;
    },
  },
  {
    what: 'Money that came',
    needs: ['payment', 'payment.receive'],
    make: async (session, { customerId }, { key, amount }) =>
      (await session.receive({ key, customerId, amount: eur(amount), invoiceIds: null })).payments[0]?.id ??
      '',
  },
  {
    what: 'A charge by hand',
    needs: ['invoice.charge'],
    make: async (session, { customerId }, { key, amount }) => {
      const charge = { customerId, text: 'Training', amount: eur(amount), date: start };
      return (await session.charge({ key, ...charge })).id;
    },
  },
  {
    what: 'A credit note',
    needs: ['credit-note'],
    make: async (session, { invoice }, { key, amount }) => {
      const part = { kind: 'lines', lines: [{ line: 0, net: eur(amount) }] } as const;
      return (await session.creditNote({ key, invoiceId: invoice.id, part, reason: 'goodwill' })).id;
    },
  },
  {
    what: 'A journal',
    needs: ['journal', 'ledger'],
    make: async (session, { customerId }, { key, amount }) => {
      const lines = [
        { account: 'receivables', side: 'debit', amount: eur(amount) },
        { account: 'revenue', side: 'credit', amount: eur(amount) },
      ] as const;
      return (await session.postJournal({ key, customerId, date: start, lines }))[0]?.postingId ?? '';
    },
  },
  {
    what: 'A top-up',
    needs: ['wallet'],
    make: async (session, { customerId }, { key, amount }) => {
      const wallet = { customerId, name: 'prepaid', priority: 1, charges: null, expires: null, rate: '1' };
      const [held] = await session.wallets(customerId);
      const { id: walletId } = held ?? (await session.openWallet({ key: `${key}-wallet`, ...wallet }));
      await session.topUpWallet({ key, walletId, credits: amount });
      const entries = await session.walletEntries(walletId);
      return String(entries.length);
    },
  },
  {
    what: 'An order of seats',
    needs: ['subscription.quantity'],
    make: async (session, { customerId }, { key, amount }) => {
      const [quantity = ''] = amount.split('.');
      const order = { plan: 'basic', start, billing: 'anniversary', quantity } as const;
      return (await session.subscribe({ key, customerId, ...order })).id;
    },
  },
];

/** Whoever sends another request under a key that was used takes the answer for an answer to what he asked. */
describe('A key that was used for another amount', () => {
  for (const { what, needs, make } of requests)
    check(
      `${what} of EUR 2.00 after one of EUR 1.00 is refused or made, and not answered with the first`,
      { topic: 'idempotency', needs: ['price.flat', ...needs], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const debt = await debtor(world, '50.00');
        const { session } = debt;
        const key = `${world.checkId}-key`;
        const first = await make(session, debt, { key, amount: '1.00' });
        const second = make(session, debt, { key, amount: '2.00' });
        const made = (await refusalOf(second)) === 'accepted' ? await second : 'nothing';
        world.expectThat(made !== first, `Found the answer to EUR 1.00 for EUR 2.00: ${first}.`);
      },
    );
});
