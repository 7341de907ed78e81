import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import type { Invoice, InvoiceLineKind } from '../../../model/billing/invoice.ts';
import { addDays, instant, localDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan, taxFrom } from '../../../scenario/drawn/customer-history.ts';
import { expectFigure, expectSoundBooks } from '../../../scenario/situations/credited-invoice.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const monthLater = localDate('2026-02-01');
const calls = metered('calls', { kind: 'per-unit', unit: '0.10' });

/** How a customer comes to an invoice that has a line of the kind beside others. */
interface KindOfLine {
  readonly kind: InvoiceLineKind;
  readonly needs: CheckOptions['needs'];
  readonly charges: readonly Charge[];
  readonly go: (contract: OpenContract, world: World) => Promise<unknown>;
}

const nextMonth = ({ session }: OpenContract) => session.advanceTo(monthLater);

const kindsOfLines: readonly KindOfLine[] = [
  {
    kind: 'one-off',
    needs: ['price.one-off'],
    charges: [fee('40.00'), { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '25.00' } }],
    go: async () => undefined,
  },
  {
    kind: 'usage',
    needs: ['clock', 'usage', 'price.per-unit'],
    charges: [fee('40.00'), calls],
    go: async (contract, world) => {
      const at = instant('2026-01-10T12:00:00Z');
      const event = { id: `${world.checkId}-calls`, customerId: contract.customerId, meter: 'calls' };
      await contract.session.sendUsage([{ ...event, quantity: '123', at }]);
      await nextMonth(contract);
    },
  },
  {
    kind: 'commitment',
    needs: ['clock', 'usage', 'price.per-unit', 'price.minimum'],
    charges: [fee('40.00'), { ...calls, minimum: '30.00' } as Charge],
    go: nextMonth,
  },
  {
    kind: 'proration-charge',
    needs: ['clock', 'subscription.change'],
    charges: [fee('40.00'), fee('10.00', 'support')],
    go: async ({ session, subscription }) => {
      const date = addDays(start, 10);
      await session.publish(monthlyPlan('pro', [fee('80.00'), fee('10.00', 'support')]));
      await session.advanceTo(date);
      await session.changePlan(subscription.id, 'pro', { kind: 'date', date });
      await session.bill(date);
    },
  },
];

/** All of it and nothing twice: what a line is for does not matter. */
async function expectCreditedInFull(world: World, contract: OpenContract, invoice: Invoice): Promise<void> {
  const { session, customerId } = contract;
  const note = { invoiceId: invoice.id, part: { kind: 'whole' }, reason: 'goodwill' } as const;
  const { net, tax, total } = await session.creditNote({ ...note, key: `${world.checkId}-whole` });
  expectFigure(world, 'total of the note', [invoice.total, total]);
  expectFigure(world, 'tax of the note', [invoice.tax, tax]);
  const { currency } = total;
  expectFigure(world, 'net and tax', [total, moneyOf(net.amountMinor + tax.amountMinor, currency)]);
  const again = await refusalOf(session.creditNote({ ...note, key: `${world.checkId}-again` }));
  world.expectRefused(again, 'An invoice that was credited in full was credited again.');
  const { due } = await session.invoice(invoice.id);
  expectFigure(world, 'left to pay', [moneyOf(0n, currency), due]);
  await expectSoundBooks(world, contract);
  world.expectThat((await session.creditNotes(customerId)).length === 1, 'There is another note.');
}

describe('An invoice with a line of another kind beside its fee', () => {
  for (const { kind, needs, charges, go } of kindsOfLines)
    check(
      `of the kind ${kind} is credited in full, and once`,
      {
        topic: 'credit',
        needs: ['price.flat', 'tax', 'credit-note', 'balance', ...needs],
        tags: ['@credit', '@edge'],
      },
      async (world) => {
        const session = await world.target(start);
        await session.setTaxRate({ country: 'DE', ...taxFrom('2020-01-01', '19') });
        const plan = monthlyPlan('basic', charges);
        const contract = await openContract(world, { customer: 'Acme', plan, start, session });
        await go(contract, world);
        const invoices = await session.invoices(contract.customerId);
        const mixed = invoices.find(
          ({ lines }) => lines.length > 1 && lines.some((line) => line.kind === kind),
        );
        world.expectThat(mixed !== undefined, `Found no invoice with a line of the kind ${kind} and others.`);
        if (mixed !== undefined) await expectCreditedInFull(world, contract, mixed);
      },
    );
});
