import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { formatMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { expectBalanced } from '../../../scenario/books.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { statement } from '../../../scenario/situations/bank-street.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { firstInvoiceId } from '../../../scenario/situations/ways-to-an-invoice.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'ledger', 'period-close'] as const;
const start = localDate('2026-01-10');
const lastOfMonth = '2026-01-31';
const weekly = monthlyPlan('basic', [fee('20.00')], { interval: { unit: 'week', count: 1 } });

/** Something that is not over when January is, and how it ends. */
interface Waiting {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly begin: (contract: OpenContract, world: World) => Promise<unknown>;
  readonly end: (contract: OpenContract, world: World) => Promise<unknown>;
}

const waiting: readonly Waiting[] = [
  {
    what: 'bills wait as drafts',
    needs: ['invoice.draft'],
    begin: ({ session, customerId }) => session.reviewInvoices(customerId, { kind: 'by-hand' }),
    end: async ({ session, customerId }, world) => {
      const [draft] = await session.drafts(customerId);
      await session.finalise(`${world.checkId}-final`, draft?.id ?? '');
    },
  },
  {
    what: 'bills are held',
    needs: ['invoice.hold'],
    begin: ({ session, customerId }) => session.holdInvoices(customerId),
    end: ({ session, customerId }) => session.releaseInvoices(customerId),
  },
  {
    what: 'a payment is undecided',
    needs: ['payment.gateway'],
    begin: async (contract, world) => {
      const { session, customerId } = contract;
      await session.setPaymentMethod(customerId, { behaviour: 'stays-pending', collection: 'manual' });
      const payment = { invoiceId: await firstInvoiceId(contract), amount: eur('20.00') };
      await session.pay({ key: `${world.checkId}-pay`, ...payment });
    },
    end: async ({ session, customerId }, world) => {
      const [payment] = await session.payments(customerId);
      const news = { id: `${world.checkId}-news`, paymentId: payment?.id ?? '' };
      await session.notifyPayment({ ...news, outcome: 'succeeded' });
    },
  },
  {
    what: 'nobody knows whose some money is',
    needs: ['bank.files'],
    begin: ({ session }) =>
      session.importStatement(
        statement({ reference: 'B1', booked: start, amount: '20.00', text: 'thank you' }),
      ),
    end: ({ session, customerId }) => session.applyCash('B1', customerId),
  },
];

async function entriesOf({ session, customerId }: OpenContract, of: 'January' | 'later') {
  return (await session.ledger(customerId))
    .filter(({ date }) => date <= lastOfMonth === (of === 'January'))
    .map(({ date, account, side, amount }) => `${date} ${account} ${side} ${formatMoney(amount)}`);
}

/** What is not over belongs to the month in which it ends. */
describe('A month is closed', () => {
  for (const { what, needs: also, begin, end } of waiting)
    check(
      `while ${what}, and that ends in the month after it`,
      { topic: 'ledger', needs: [...needs, ...also], tags: ['@close', '@edge', '@risk-high'] },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan: weekly, start });
        const { session, customerId } = contract;
        await begin(contract, world);
        await session.advanceTo(localDate('2026-02-03'));
        const answer = await refusalOf(session.closePeriod(localDate('2026-01-01')));
        world.expectEqual(`the end of January while ${what}`, 'accepted', answer);
        const [january, later] = [await entriesOf(contract, 'January'), await entriesOf(contract, 'later')];
        await end(contract, world);
        world.expectEqual('January in the books', january, await entriesOf(contract, 'January'));
        const since = (await entriesOf(contract, 'later')).length - later.length;
        world.expectThat(since > 0, `Found nothing in the books of how it ended that ${what}.`);
        expectBalanced(world, await session.ledger(customerId));
      },
    );
});
