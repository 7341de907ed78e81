import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { threeLevels } from '../../../scenario/situations/late-payer.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-10');
const plan = monthlyPlan('basic', [fee('80.00')]);
const amount = parseMoney('5.00', 'EUR');

async function begin(world: World) {
  const contract = await openContract(world, { customer: 'Acme', plan, start });
  const clerk = await contract.session.asUser({ name: 'Cleo', role: 'clerk' });
  const controller = await contract.session.asUser({ name: 'Conrad', role: 'controller' });
  const [invoice] = await contract.session.invoices(contract.customerId);
  if (invoice === undefined) throw new RangeError('the subscription made no invoice');
  return { ...contract, clerk, controller, invoice };
}

type Scene = Awaited<ReturnType<typeof begin>>;

interface Approval {
  readonly what: string;
  readonly needs: readonly (
    | 'payment'
    | 'payment.refund'
    | 'credit-note'
    | 'invoice.void'
    | 'invoice.rebill'
    | 'tax'
    | 'tax.deletion'
    | 'customer.closing'
    | 'price.sold-until'
  )[];
  /** Done by the owner before anybody tries; answers the id of what it is about. */
  readonly prepare: (scene: Scene, key: string) => Promise<string>;
  readonly act: (session: BillingSession, id: string, key: string) => Promise<unknown>;
}

/** What gives money back or changes what is charged, beside what access.suite.ts has. */
const approvals: readonly Approval[] = [
  {
    what: 'refund a payment',
    needs: ['payment', 'payment.refund'],
    prepare: async ({ session, invoice }, key) =>
      (await session.pay({ key, invoiceId: invoice.id, amount })).id,
    act: (session, paymentId, key) => session.refund({ key, paymentId, amount }),
  },
  {
    what: 'take a credit note back',
    needs: ['credit-note'],
    prepare: async ({ session, invoice }, key) => {
      const part = { kind: 'lines', lines: [{ line: 0, net: amount }] } as const;
      return (await session.creditNote({ key, invoiceId: invoice.id, part, reason: 'goodwill' })).id;
    },
    act: (session, noteId, key) => session.voidCreditNote(key, noteId),
  },
  {
    what: 'bill a void invoice again',
    needs: ['invoice.void', 'invoice.rebill'],
    prepare: async ({ session, invoice }, key) => (await session.voidInvoice(key, invoice.id)).id,
    act: (session, invoiceId, key) => session.rebill({ key, invoiceId, without: [] }),
  },
  {
    what: 'publish a price list',
    needs: [],
    prepare: async () => 'dearer',
    act: (session, name) => session.publish({ ...plan, plan: name }),
  },
  {
    what: 'set a tax rate',
    needs: ['tax'],
    prepare: async () => 'FR',
    act: (session, country) => session.setTaxRate({ country, ratePercent: '20', from: start }),
  },
  {
    what: 'end all business with a customer, and give up what he owes',
    needs: ['customer.closing'],
    prepare: async ({ customerId }) => customerId,
    act: (session, customerId) => session.closeCustomer(customerId, 'written-off'),
  },
  {
    what: 'take a plan off the list',
    needs: ['price.sold-until'],
    prepare: async () => plan.plan,
    act: (session, name) => session.withdrawPlan(name, localDate('2026-03-01')),
  },
  {
    what: 'delete a tax rate',
    needs: ['tax', 'tax.deletion'],
    prepare: async ({ session }) => {
      await session.setTaxRate({ country: 'IT', ratePercent: '22', from: start });
      return 'IT';
    },
    act: (session, country) => session.deleteTaxRate({ country, from: start }),
  },
];

/** What sets the whole system up. */
const administration: readonly {
  readonly what: string;
  readonly needs: readonly ('dunning' | 'legal-entity' | 'tax.place' | 'upgrade')[];
  readonly act: (session: BillingSession, key: string) => Promise<unknown>;
}[] = [
  {
    what: 'make users',
    needs: [],
    act: (session, key) => session.asUser({ name: `Nobody ${key}`, role: 'clerk' }),
  },
  {
    what: 'say how customers are dunned',
    needs: ['dunning'],
    act: (session) => session.setDunningPolicy(threeLevels),
  },
  {
    what: 'found legal entities',
    needs: ['legal-entity'],
    act: (session, key) =>
      session.createLegalEntity({ key, name: 'Branch', currency: 'EUR', numberPrefix: 'BR-' }),
  },
  {
    what: 'say where the seller is',
    needs: ['tax.place'],
    act: (session) => session.setSeller({ country: 'AT', region: null }),
  },
  { what: 'upgrade the data', needs: ['upgrade'], act: (session) => session.upgradeData() },
];

describe('What has to be approved', () => {
  for (const { what, needs, prepare, act } of approvals)
    check(
      `A clerk may not ${what}, and changes nothing by trying; a controller may`,
      {
        topic: 'document',
        needs: ['price.flat', 'roles', 'ledger', ...needs],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const scene = await begin(world);
        const id = await prepare(scene, `${world.checkId}-prepare`);
        const before = await stateOf(scene);
        await expectRefused(world, `A clerk who tried to ${what}`, () =>
          act(scene.clerk, id, `${world.checkId}-clerk`),
        );
        world.expectThat(
          before === (await stateOf(scene)),
          `What a clerk was refused (${what}) changed invoices or books.`,
        );
        const allowed = await refusalOf(act(scene.controller, id, `${world.checkId}-controller`));
        world.expectEqual(`a controller who wants to ${what}`, 'accepted', allowed);
      },
    );
});

describe('What only an administrator does', () => {
  for (const { what, needs, act } of administration)
    check(
      `Neither a clerk nor a controller may ${what}`,
      { topic: 'document', needs: ['price.flat', 'roles', ...needs], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const scene = await begin(world);
        for (const role of ['clerk', 'controller'] as const)
          await expectRefused(world, `A ${role} who tried to ${what}`, () =>
            act(scene[role], `${world.checkId}-${role}`),
          );
        const owner = await refusalOf(act(scene.session, `${world.checkId}-owner`));
        world.expectEqual(`the owner who wants to ${what}`, 'accepted', owner);
      },
    );
});

async function expectRefused(world: World, who: string, attempt: () => Promise<unknown>): Promise<void> {
  const answer = await refusalOf(attempt());
  world.expectRefused(answer, `${who} was ${answer}, expected a refusal.`);
}

async function stateOf({ session, customerId }: Scene): Promise<string> {
  const state = [await session.invoices(customerId), await session.ledger(customerId)];
  return JSON.stringify(state, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
