import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-10');
const plan = monthlyPlan('basic', [fee('80.00')]);
const large = monthlyPlan('large', [fee('160.00')]);
const amount = parseMoney('5.00', 'EUR');

async function begin(world: World) {
  const contract = await openContract(world, { customer: 'Acme', plan, start });
  const clerk = await contract.session.asUser({ name: 'Cleo', role: 'clerk' });
  const controller = await contract.session.asUser({ name: 'Conrad', role: 'controller' });
  const invoice = await nthInvoice(contract, 1);
  return { ...contract, clerk, controller, invoice };
}

type Scene = Awaited<ReturnType<typeof begin>>;

/** What only somebody may do who does not do the daily work. */
const approvals: readonly {
  readonly what: string;
  readonly needs: readonly (
    | 'invoice.void'
    | 'journal'
    | 'payment.write-off'
    | 'credit-note'
    | 'period-close'
    | 'payment.refund'
  )[];
  readonly act: (session: BillingSession, scene: Scene, key: string) => Promise<unknown>;
}[] = [
  {
    what: 'void an invoice',
    needs: ['invoice.void'],
    act: (session, { invoice }, key) => session.voidInvoice(key, invoice.id),
  },
  {
    what: 'write an invoice off',
    needs: ['payment.write-off'],
    act: (session, { invoice }, key) => session.writeOff(key, invoice.id),
  },
  {
    what: 'give a credit note',
    needs: ['credit-note'],
    act: (session, { invoice }, key) =>
      session.creditNote({ key, invoiceId: invoice.id, part: { kind: 'whole' }, reason: 'goodwill' }),
  },
  {
    what: 'post by hand',
    needs: ['journal'],
    act: (session, { customerId }, key) =>
      session.postJournal({
        key,
        customerId,
        date: start,
        lines: [
          { account: 'receivables', side: 'debit', amount },
          { account: 'revenue', side: 'credit', amount },
        ],
      }),
  },
  {
    what: 'close a month',
    needs: ['period-close'],
    act: (session) => session.closePeriod(localDate('2025-12-01')),
  },
];

describe('Who may do what', () => {
  for (const { what, needs, act } of approvals) {
    check(
      `A clerk may not ${what}, and changes nothing by trying; a controller may`,
      { topic: 'document', needs: ['price.flat', 'roles', 'ledger', ...needs], tags: ['@risk-high'] },
      async (world) => {
        const scene = await begin(world);
        const before = await stateOf(scene);
        const answer = await refusalOf(act(scene.clerk, scene, `${world.checkId}-clerk`));
        world.expectRefused(answer, `A clerk who tried to ${what} was ${answer}, expected a refusal.`);
        world.expectThat(
          before === (await stateOf(scene)),
          `What a clerk was refused (${what}) changed invoice or books.`,
        );
        const allowed = await refusalOf(act(scene.controller, scene, `${world.checkId}-controller`));
        world.expectEqual(`a controller who wants to ${what}`, 'accepted', allowed);
      },
    );
  }

  check(
    'A clerk does the daily work: customers, orders, payments, lists',
    { topic: 'document', needs: ['price.flat', 'roles', 'payment'] },
    async (world) => {
      const { clerk, customerId, invoice } = await begin(world);
      const order = { customerId, plan: plan.plan, start, quantity: '1', billing: 'anniversary' } as const;
      const answers = [
        await refusalOf(clerk.subscribe({ key: `${world.checkId}-2`, ...order })),
        await refusalOf(clerk.pay({ key: `${world.checkId}-pay`, invoiceId: invoice.id, amount })),
        await refusalOf(clerk.invoices(customerId)),
      ];
      world.expectEqual('answers', ['accepted', 'accepted', 'accepted'], answers);
    },
  );
});

describe('The trail of what was changed', () => {
  check(
    'Each change has one entry: who, when, what it was and what it became; what was refused has none',
    {
      topic: 'document',
      needs: [
        'clock',
        'price.flat',
        'roles',
        'audit-trail',
        'subscription.change',
        'subscription.cancel',
        'invoice.void',
      ],
      tags: ['@risk-high'],
    },
    async (world) => {
      const { session, clerk, controller, subscription, invoice } = await begin(world);
      await session.publish(large);
      await session.advanceTo(localDate('2026-01-20'));
      const { length } = await session.auditTrail();
      await clerk.changePlan(subscription.id, large.plan, { kind: 'date', date: localDate('2026-01-20') });
      const bills = await session.invoices(subscription.customerId);
      const last = bills.at(-1) ?? invoice;
      await refusalOf(clerk.voidInvoice(`${world.checkId}-no`, invoice.id));
      await refusalOf(clerk.changePlan(subscription.id, 'no-such-plan', { kind: 'period-end' }));
      await session.advanceTo(localDate('2026-01-21'));
      await controller.voidInvoice(`${world.checkId}-void`, last.id);
      await clerk.cancel(subscription.id, { kind: 'period-end' });
      const trail = (await session.auditTrail()).slice(length);
      world.expectEqual(
        'entries',
        [
          ['2026-01-20', 'Cleo', 'clerk', subscription.id],
          ['2026-01-21', 'Conrad', 'controller', last.id],
          ['2026-01-21', 'Cleo', 'clerk', subscription.id],
        ],
        trail.map(({ on, user, role, objectId }) => [on, user, role, objectId]),
      );
      const [change, voided] = trail;
      world.expectThat(
        change?.before?.includes(plan.plan) === true && change.after?.includes(large.plan) === true,
        `The entry of the change says it was ${change?.before} and became ${change?.after}.`,
      );
      world.expectThat(
        voided?.before !== null && voided?.before !== voided?.after,
        'The entry of the void does not say what the invoice was before and after.',
      );
    },
  );

  check(
    'Entries stay as they were written, whatever is done later',
    { topic: 'document', needs: ['clock', 'price.flat', 'roles', 'audit-trail', 'subscription.cancel'] },
    async (world) => {
      const { session, clerk, customerId, subscription } = await begin(world);
      const order = { customerId, plan: plan.plan, start, quantity: '1', billing: 'anniversary' } as const;
      await clerk.subscribe({ key: `${world.checkId}-2`, ...order });
      const before = await session.auditTrail();
      await session.cancel(subscription.id, { kind: 'period-end' });
      await session.advanceTo(localDate('2026-03-01'));
      const after = await session.auditTrail();
      world.expectThat(before.length > 0, 'The trail has no entry of an order.');
      world.expectEqual('earlier entries', before, after.slice(0, before.length));
      world.expectThat(after.length > before.length, 'The cancellation has no entry.');
    },
  );
});

describe('Two who change the same', () => {
  check(
    'Who read an older version is refused, and the newer one stays',
    { topic: 'idempotency', needs: ['price.flat', 'customer.versions'], tags: ['@risk-high'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const read = await session.customerName(customerId);
      const first = await session.renameCustomer(customerId, { ...read, name: 'Acme GmbH' });
      const stale = await refusalOf(session.renameCustomer(customerId, { ...read, name: 'Acme AG' }));
      world.expectRefused(stale, `A change of an older version was ${stale}, expected a refusal.`);
      world.expectEqual(
        'the customer',
        { ...first, name: 'Acme GmbH' },
        await session.customerName(customerId),
      );
      const next = await refusalOf(session.renameCustomer(customerId, { ...first, name: 'Acme SE' }));
      world.expectEqual('a change of the newest version', 'accepted', next);
    },
  );

  check(
    'Of six who change one version at one instant exactly one comes through',
    { topic: 'idempotency', needs: ['price.flat', 'customer.versions'], tags: ['@risk-high'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const { version } = await session.customerName(customerId);
      const names = ['A', 'B', 'C', 'D', 'E', 'F'];
      const answers = await Promise.all(
        names.map((name) => refusalOf(session.renameCustomer(customerId, { name, version }))),
      );
      const winners = names.filter((_, index) => answers[index] === 'accepted');
      world.expectEqual('winners', 1, winners.length);
      world.expectEqual('the name', winners[0], (await session.customerName(customerId)).name);
    },
  );
});

async function stateOf({ session, customerId, invoice }: Scene): Promise<string> {
  const state = [await session.invoice(invoice.id), await session.ledger(customerId)];
  return JSON.stringify(state, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
