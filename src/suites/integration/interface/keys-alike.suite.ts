import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { sumMoney } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { type Debtor, debtor, eur } from '../../../scenario/situations/paying-customer.ts';

const tags = ['@edge', '@risk-high'];
const start = localDate('2026-01-01');

/** Keys as machines make them: large and small letters mean different ones, and so do signs far behind. */
const long = 'k'.repeat(60);
const endings = ['aZ', 'Az', `${long}1`, `${long}2`] as const;

interface Request {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  /** Answers the id of what was made. */
  readonly make: (session: BillingSession, debt: Debtor, key: string) => Promise<string>;
}

const requests: readonly Request[] = [
  {
    what: 'Payments',
    needs: ['payment'],
    make: async (session, { invoice }, key) =>
      (await session.pay({ key, invoiceId: invoice.id, amount: eur('1.00') })).id,
  },
  {
    what: 'Charges by hand',
    needs: ['invoice.charge'],
    make: async (session, { customerId }, key) => {
      const charge = { customerId, text: 'Training', amount: eur('5.00'), date: start };
      return (await session.charge({ key, ...charge })).id;
    },
  },
  {
    what: 'Credit notes',
    needs: ['credit-note'],
    make: async (session, { invoice }, key) => {
      const part = { kind: 'lines', lines: [{ line: 0, net: eur('1.00') }] } as const;
      return (await session.creditNote({ key, invoiceId: invoice.id, part, reason: 'goodwill' })).id;
    },
  },
  {
    what: 'Refunds',
    needs: ['payment', 'payment.refund'],
    make: async (session, { customerId, invoice }, key) => {
      const whole = { key: `${key}-whole`, invoiceId: invoice.id, amount: invoice.due };
      const [paid] = await session.payments(customerId);
      const { id: paymentId } = paid ?? (await session.pay(whole));
      return (await session.refund({ key, paymentId, amount: eur('1.00') })).id;
    },
  },
  {
    what: 'Top-ups',
    needs: ['wallet'],
    make: async (session, debt, key) =>
      (await session.topUpWallet({ key, walletId: await walletOf(session, debt, key), credits: '1' })).id,
  },
  {
    what: 'Withdrawals of credits',
    needs: ['wallet'],
    make: async (session, debt, key) => {
      const walletId = await walletOf(session, debt, key);
      await session.topUpWallet({ key: `${key}-before`, walletId, credits: '1' });
      return (await session.withdrawCredits({ key, walletId, credits: '1' })).id;
    },
  },
  {
    what: 'Journals',
    needs: ['journal', 'ledger'],
    make: async (session, { customerId }, key) => {
      const lines = [
        { account: 'receivables', side: 'debit', amount: eur('1.00') },
        { account: 'revenue', side: 'credit', amount: eur('1.00') },
      ] as const;
      return (await session.postJournal({ key, customerId, date: start, lines }))[0]?.postingId ?? '';
    },
  },
];

async function walletOf(session: BillingSession, { customerId }: Debtor, key: string): Promise<string> {
  const [known] = await session.wallets(customerId);
  if (known !== undefined) return known.id;
  const terms = { rate: '1', priority: 1, expires: null, charges: null } as const;
  return (await session.openWallet({ key: `${key}-wallet`, customerId, name: 'main', ...terms })).id;
}

describe('Requests whose keys are almost the same', () => {
  for (const { what, needs, make } of requests)
    check(
      `${what} are all made: keys differ in a large letter, or only at their end`,
      { topic: 'idempotency', needs: ['price.flat', ...needs], tags },
      async (world) => {
        const debt = await debtor(world, '50.00');
        const made: string[] = [];
        for (const ending of endings) made.push(await make(debt.session, debt, `${world.checkId}-${ending}`));
        world.expectEqual('made', endings.length, new Set(made).size);
        const again = await make(debt.session, debt, `${world.checkId}-${endings[0]}`);
        world.expectEqual('made with the first key once more', made[0], again);
      },
    );

  check(
    'Orders are all billed: keys differ in a large letter, or only at their end',
    { topic: 'idempotency', needs: ['price.flat'], tags },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('7.00')]);
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const order = { customerId, plan: 'basic', start, quantity: '1', billing: 'anniversary' } as const;
      for (const ending of endings) await session.subscribe({ key: `${world.checkId}-${ending}`, ...order });
      world.expectMoney({
        measure: 'billed in all',
        expected: eur('35.00'),
        actual: sumMoney(
          (await session.invoices(customerId)).map(({ total }) => total),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'Five orders of EUR 7.00: the first one, and four with keys that are almost the same.',
      });
    },
  );
});
