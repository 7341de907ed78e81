import { describe } from 'vitest';
import type { CalculationAnswer } from '../../../model/billing/calculation.ts';
import type { InvoiceLine } from '../../../model/billing/invoice.ts';
import { instant, localDate } from '../../../model/date.ts';
import { moneyOf, parseMoney } from '../../../model/money.ts';
import { billHistories, expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { expectPreviewOf } from '../../../scenario/preview-agreement.ts';
import type { World } from '../../../scenario/world.ts';

const calls = metered('calls', {
  kind: 'package',
  packageSize: '100',
  packagePrice: '4.50',
  freeUnits: '50',
});

const history = castHistory('Acme', {
  plans: [monthlyPlan('basic', [fee('65.00'), calls])],
  subscriptions: [subscriptionOf('basic', '2026-03-10')],
  usage: [{ id: 'calls', meter: 'calls', quantity: '251', at: instant('2026-03-12T09:00:00Z') }],
  discounts: [{ from: localDate('2026-03-11'), percent: '12.5' }],
  taxRates: [taxFrom('2020-01-01', '19'), taxFrom('2026-04-01', '16')],
  until: '2026-03-20',
});

describe('The preview of an invoice', () => {
  const needs = [
    'clock',
    'preview.invoice',
    'price.flat',
    'price.package',
    'usage',
    'tax',
    'discount',
  ] as const;

  check(
    'is the invoice that follows, field by field',
    { topic: 'preview', needs, tags: ['@risk-high'] },
    async (world) => {
      const { session, customer } = await expectHistory(world, history);
      const day = localDate('2026-04-10');
      const preview = await session.previewInvoice(customer.customerId, day);
      await session.advanceTo(day);
      const invoices = await session.invoices(customer.customerId);
      expectPreviewOf(
        world,
        preview,
        invoices.find(({ issueDate }) => issueDate === day),
      );
    },
  );

  check('changes nothing, however often it is asked for', { topic: 'preview', needs }, async (world) => {
    const billed = (await billHistories(world, [history])).get('Acme');
    if (billed === undefined) return;
    const { session, customer, invoices } = billed;
    const day = localDate('2026-04-10');
    const first = await session.previewInvoice(customer.customerId, day);
    for (let repeat = 0; repeat < 3; repeat += 1) {
      const again = await session.previewInvoice(customer.customerId, day);
      expectPreviewOf(world, again, first ?? undefined);
    }
    world.expectEqual(
      'invoices after previews',
      invoices.length,
      (await session.invoices(customer.customerId)).length,
    );
    world.expectEqual('today', '2026-03-20', await session.today());
  });

  check('of a customer who owes nothing is none', { topic: 'preview', needs }, async (world) => {
    const billed = (await billHistories(world, [history])).get('Acme');
    const preview = await billed?.session.previewInvoice(billed.customer.customerId, localDate('2026-03-25'));
    world.expectEqual('preview between two bill days', null, preview);
  });
});

function expectShare(
  world: World,
  share: {
    readonly plan: string;
    readonly lines: readonly InvoiceLine[];
    readonly answer: CalculationAnswer;
  },
): void {
  const { plan, answer } = share;
  const line = share.lines.find((one) => one.plan === plan);
  if (line === undefined || answer.kind !== 'proration') {
    world.expectThat(false, `Found no line or no previewed share of ${plan}, expected both.`);
    return;
  }
  const { amountMinor, currency } = line.net;
  world.expectMoney({
    measure: 'previewed share of a plan change',
    expected: moneyOf(amountMinor < 0n ? -amountMinor : amountMinor, currency),
    actual: parseMoney(answer.amount, currency),
    nature: 'books',
    customer: 'Acme',
    explanation: `The preview for ${plan} is what the change itself gave back or charged.`,
  });
  world.expectEqual(`previewed days of ${plan}`, 20, answer.days);
}

describe('The preview of a plan change', () => {
  check(
    'gives back and charges the days that the change itself does',
    { topic: 'preview', needs: ['clock', 'preview.proration', 'price.flat', 'subscription.change'] },
    async (world) => {
      const moved = castHistory('Acme', {
        plans: [monthlyPlan('basic', [fee('31.00')]), monthlyPlan('pro', [fee('94.00')])],
        subscriptions: [
          subscriptionOf('basic', '2026-03-01', { changes: [{ on: localDate('2026-03-12'), plan: 'pro' }] }),
        ],
        until: '2026-03-12',
      });
      const { session, invoices } = await expectHistory(world, moved);
      const whole = { from: localDate('2026-03-01'), to: localDate('2026-04-01') };
      const used = { from: localDate('2026-03-12'), to: localDate('2026-04-01') };
      const lines = invoices.find(({ issueDate }) => issueDate === '2026-03-12')?.lines ?? [];
      for (const share of [
        { plan: 'basic', amount: '31.00' },
        { plan: 'pro', amount: '94.00' },
      ]) {
        const { dayCount } = world.profile;
        const { amount } = share;
        const answer = await session.preview({
          kind: 'proration',
          currency: 'EUR',
          amount,
          whole,
          used,
          dayCount,
        });
        expectShare(world, { ...share, lines, answer });
      }
    },
  );
});
