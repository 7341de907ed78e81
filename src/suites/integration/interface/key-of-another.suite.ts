import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { ExpectationFailed } from '../../../scenario/expectation-failed.ts';
import { threeOwe } from '../../../scenario/situations/bank-street.ts';
import { type Debtor, debtor, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

interface Request {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  /** Answers the id of what was made. */
  readonly make: (session: BillingSession, debt: Owing, asked: Asked) => Promise<string>;
}

type Owing = Pick<Debtor, 'customerId' | 'invoice'>;

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
      return (await session.walletEntries(walletId)).map(({ id }) => id).join();
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

/** Of these there is one for an invoice or a customer. */
interface Deed {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly ask: (session: BillingSession, owing: Owing, key: string) => Promise<unknown>;
  readonly isDone: (session: BillingSession, owing: Owing) => Promise<boolean>;
}

const owesNothing = async (session: BillingSession, { invoice }: Owing) =>
  (await session.invoice(invoice.id)).due.amountMinor === 0n;

const deeds: readonly Deed[] = [
  {
    what: 'A write-off',
    needs: ['payment', 'payment.write-off'],
    ask: (session, { invoice }, key) => session.writeOff(key, invoice.id),
    isDone: owesNothing,
  },
  {
    what: 'A void',
    needs: ['invoice.void'],
    ask: (session, { invoice }, key) => session.voidInvoice(key, invoice.id),
    isDone: owesNothing,
  },
];

/** A new world with two who owe as much, and what is asked of each. */
async function twoOwe(world: World): Promise<readonly [BillingSession, Owing, Owing]> {
  const { session, customers } = await threeOwe(world);
  await session.publish(monthlyPlan('basic', [fee('7.00')]));
  const [first, second] = customers.map(({ id, invoice }) => ({ customerId: id, invoice }));
  if (first === undefined || second === undefined) throw new ExpectationFailed(['Found nobody who owes.']);
  return [session, first, second];
}

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

/** What is asked for the one is in the address as often as in the words, and is another request in any case. */
describe('A key that was used for another customer', () => {
  const tags = ['@edge', '@risk-high'];
  const topic = 'idempotency';

  for (const { what, needs, make } of requests)
    check(
      `${what} for the one after one for the other is refused or made, and not answered with the first`,
      { topic, needs: ['price.flat', ...needs], tags },
      async (world) => {
        const [session, first, second] = await twoOwe(world);
        const asked = { key: `${world.checkId}-key`, amount: '1.00' };
        const made = await make(session, first, asked);
        const again = make(session, second, asked);
        const answer = await refusalOf(again);
        if (answer !== 'accepted') world.expectRefused(answer, 'The second one was not made.');
        else world.expectThat((await again) !== made, `Found the answer to the first one: ${made}.`);
      },
    );

  for (const { what, needs, ask, isDone } of deeds)
    check(
      `${what} for the one after one for the other is refused or done, and never only said to be`,
      { topic, needs: ['price.flat', ...needs], tags },
      async (world) => {
        const [session, first, second] = await twoOwe(world);
        const key = `${world.checkId}-key`;
        await ask(session, first, key);
        const answer = await refusalOf(ask(session, second, key));
        if (answer !== 'accepted') world.expectRefused(answer, 'The second one was not done.');
        else world.expectThat(await isDone(session, second), 'The second one was accepted and not done.');
      },
    );
});
