import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const start = localDate('2026-01-01');
const plan = monthlyPlan('basic', [fee('10.00'), metered('calls', { kind: 'per-unit', unit: '0.01' })]);

describe('Calls at one instant', () => {
  check(
    'Three billing jobs that overlap bill each month once',
    { topic: 'idempotency', needs: ['clock', 'price.flat', 'usage'], tags: ['@risk-high'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const until = localDate('2026-06-01');
      await Promise.all([1, 2, 3].map(() => refusalOf(session.advanceTo(until))));
      await session.advanceTo(until);
      await Promise.all([1, 2, 3].map(() => refusalOf(session.bill(until))));
      // Where a month without usage has a line, it says nothing of what is billed twice.
      const periods = (await session.invoices(customerId)).flatMap(({ lines }) =>
        lines.filter(({ net }) => net.amountMinor !== 0n).map(({ period }) => period?.from ?? 'no period'),
      );
      world.expectEqual(
        'first days of the billed periods',
        ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'],
        periods.toSorted(),
      );
    },
  );

  check(
    'Eight orders of one customer at one instant are all taken, and each is billed',
    { topic: 'order-to-cash', needs: ['price.flat', 'usage'], tags: ['@risk-high'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const orders = Array.from({ length: 8 }, (_, number) => ({
        key: `${world.checkId}-${number}`,
        customerId,
        plan: plan.plan,
        start,
        quantity: '1',
        billing: 'anniversary' as const,
      }));
      const answers = await Promise.all(orders.map((order) => refusalOf(session.subscribe(order))));
      world.expectEqual('answers', Array(8).fill('accepted'), answers);
      const lines = (await session.invoices(customerId)).flatMap((invoice) => invoice.lines);
      world.expectEqual(
        'billed subscriptions',
        9,
        new Set(lines.map(({ subscriptionId }) => subscriptionId)).size,
      );
    },
  );

  check(
    'Orders, usage, payments, bill runs and reading of one customer at one instant are all answered',
    {
      topic: 'order-to-cash',
      needs: ['clock', 'price.flat', 'usage', 'payment', 'ledger'],
      tags: ['@risk-high'],
    },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId } = contract;
      const invoice = await nthInvoice(contract, 1);
      const order = (number: number) => ({
        key: `${world.checkId}-order-${number}`,
        customerId,
        plan: plan.plan,
        start,
        quantity: '1',
        billing: 'anniversary' as const,
      });
      const event = (number: number) => ({
        id: `${world.checkId}-event-${number}`,
        customerId,
        meter: 'calls',
        quantity: '1',
        at: instant('2026-01-01T10:00:00Z'),
      });
      const amount = { ...invoice.due, amountMinor: 100n };
      const round = (number: number) => [
        refusalOf(session.bill(start)),
        refusalOf(session.subscribe(order(number))),
        refusalOf(session.sendUsage([event(number)])),
        refusalOf(session.pay({ key: `${world.checkId}-pay-${number}`, invoiceId: invoice.id, amount })),
        refusalOf(session.invoice(invoice.id)),
        refusalOf(session.ledger(customerId)),
        refusalOf(session.previewInvoice(customerId, localDate('2026-02-01'))),
      ];
      const answers = await Promise.all([1, 2, 3, 4].flatMap(round));
      const refused = answers.filter((answer) => answer !== 'accepted');
      world.expectEqual('refusals', [], refused);
      world.expectMoney({
        measure: 'due after four payments of 1.00',
        expected: { ...invoice.due, amountMinor: invoice.due.amountMinor - 400n },
        actual: (await session.invoice(invoice.id)).due,
        nature: 'books',
        customer: 'Acme',
        explanation: 'Each of the payments went through once, whatever went on beside it.',
      });
    },
  );
});
