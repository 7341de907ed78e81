import { describe } from 'vitest';
import type { UsageEvent } from '../../../model/billing/usage.ts';
import { instant, type LocalDate, localDate } from '../../../model/date.ts';
import { moneyOf, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const basic = monthlyPlan('basic', [fee('50.00')]);
const byGigabyte = monthlyPlan('by-gigabyte', [metered('gigabytes', { kind: 'per-unit', unit: '2.00' })]);
const start = localDate('2026-01-01');

function gigabytes(world: World, customerId: string): UsageEvent {
  const at = instant('2026-01-31T22:15:00Z');
  return { id: `${world.checkId}-event`, customerId, meter: 'gigabytes', quantity: '7', at };
}

/** Seven gigabytes at EUR 2.00, once, whatever was repeated. */
async function expectBilledOnce(world: World, contract: OpenContract): Promise<void> {
  const { session, customerId } = contract;
  await session.advanceTo(localDate('2026-03-01'));
  const invoices = await session.invoices(customerId);
  world.expectMoney({
    measure: 'usage charged in two months',
    expected: moneyOf(14_00n, 'EUR'),
    actual: sumMoney(
      invoices.map(({ total }) => total),
      'EUR',
    ),
    nature: 'charge',
    customer: 'Acme',
    invoice: invoices.map(({ number }) => number).join(', '),
    explanation: 'One event of 7 gigabytes at EUR 2.00 was sent more than once and must be billed once.',
  });
}

describe('A usage event that is sent again', () => {
  const needs = ['clock', 'usage', 'price.per-unit'] as const;

  check(
    'twice in one batch is billed once',
    { topic: 'idempotency', needs, tags: ['@short'] },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: byGigabyte, start });
      await contract.session.advanceTo(localDate('2026-01-31'));
      const event = gigabytes(world, contract.customerId);
      const outcomes = (await contract.session.sendUsage([event, event])).map(({ outcome }) => outcome);
      world.expectEqual('outcomes', ['accepted', 'duplicate'], outcomes);
      await expectBilledOnce(world, contract);
    },
  );

  const repeats: readonly { readonly title: string; readonly on: LocalDate }[] = [
    { title: 'on the same day is billed once', on: localDate('2026-01-31') },
    { title: 'after the month is over is billed once', on: localDate('2026-02-01') },
    { title: 'three weeks later is billed once', on: localDate('2026-02-21') },
  ];
  for (const { title, on } of repeats) {
    check(title, { topic: 'idempotency', needs, tags: ['@risk-high'] }, async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: byGigabyte, start });
      const { session, customerId } = contract;
      await session.advanceTo(localDate('2026-01-31'));
      const event = gigabytes(world, customerId);
      await session.sendUsage([event]);
      if (on > '2026-01-31') await session.advanceTo(on);
      const [again] = await session.sendUsage([event]);
      world.expectThat(
        again !== undefined && again.outcome !== 'accepted',
        `The repeated event was ${again?.outcome ?? 'not answered'}, expected a duplicate.`,
      );
      await expectBilledOnce(world, contract);
    });
  }

  check(
    'over the month boundary, with a new time, is billed once',
    { topic: 'idempotency', needs },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: byGigabyte, start });
      const { session, customerId } = contract;
      await session.advanceTo(localDate('2026-01-31'));
      const event = gigabytes(world, customerId);
      await session.sendUsage([event]);
      await session.advanceTo(localDate('2026-02-02'));
      await session.sendUsage([{ ...event, at: instant('2026-02-01T03:00:00Z') }]);
      await expectBilledOnce(world, contract);
    },
  );

  check('ten times at one instant is billed once', { topic: 'idempotency', needs }, async (world) => {
    const contract = await openContract(world, { customer: 'Acme', plan: byGigabyte, start });
    const { session, customerId } = contract;
    await session.advanceTo(localDate('2026-01-31'));
    const event = gigabytes(world, customerId);
    await Promise.all(Array.from({ length: 10 }, () => session.sendUsage([event])));
    await expectBilledOnce(world, contract);
  });
});

describe('A bill run that is done again', () => {
  const needs = ['clock', 'price.flat'] as const;

  async function expectThreeFees(world: World, { session, customerId }: OpenContract): Promise<void> {
    const invoices = await session.invoices(customerId);
    world.expectEqual(
      'days with an invoice',
      ['2026-01-01', '2026-02-01', '2026-03-01'],
      invoices.map(({ issueDate }) => issueDate),
    );
    world.expectMoney({
      measure: 'fees of three months',
      expected: moneyOf(150_00n, 'EUR'),
      actual: sumMoney(
        invoices.map(({ total }) => total),
        'EUR',
      ),
      nature: 'charge',
      customer: 'Acme',
      invoice: invoices.map(({ number }) => number).join(', '),
      explanation: 'Three months at EUR 50.00; a repeated bill run must find nothing to do.',
    });
  }

  check('five times in a row makes no second invoice', { topic: 'idempotency', needs }, async (world) => {
    const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
    await contract.session.advanceTo(localDate('2026-03-01'));
    for (let repeat = 0; repeat < 5; repeat += 1) {
      const made = await contract.session.bill(localDate('2026-03-01'));
      world.expectEqual('new invoices of a repeated run', [], made);
    }
    await expectThreeFees(world, contract);
  });

  check(
    'five times at one instant makes no second invoice',
    { topic: 'idempotency', needs, tags: ['@risk-high'] },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
      const march = localDate('2026-03-01');
      await Promise.all([
        contract.session.advanceTo(march),
        ...Array.from({ length: 4 }, () => contract.session.bill(localDate('2026-01-01'))),
      ]);
      await Promise.all(Array.from({ length: 5 }, () => contract.session.bill(march)));
      await expectThreeFees(world, contract);
    },
  );
});

describe('An order that is placed again', () => {
  check(
    'with the same key makes no second subscription',
    { topic: 'idempotency', needs: ['clock', 'price.flat'], tags: ['@short'] },
    async (world) => {
      const { session, customerId, subscription } = await openContract(world, {
        customer: 'Acme',
        plan: basic,
        start,
      });
      const again = await session.subscribe({
        key: `${world.checkId}-subscription`,
        customerId,
        plan: basic.plan,
        start,
        quantity: '1',
        billing: 'anniversary',
      });
      world.expectEqual('subscription', subscription.id, again.id);
      await session.advanceTo(localDate('2026-02-01'));
      const invoices = await session.invoices(customerId);
      world.expectMoney({
        measure: 'fees of two months',
        expected: moneyOf(100_00n, 'EUR'),
        actual: sumMoney(
          invoices.map(({ total }) => total),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'One subscription at EUR 50.00, ordered twice with one key, for two months.',
      });
    },
  );
});

describe('A discount that is redeemed again', () => {
  check(
    'ten times at one instant is taken off once',
    { topic: 'idempotency', needs: ['clock', 'price.flat', 'discount'], tags: ['@risk-high'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan: basic, start });
      const discount = { code: `${world.checkId}-tenth`, kind: 'percent', percent: '10' } as const;
      await Promise.allSettled(
        Array.from({ length: 10 }, () => session.redeemDiscount(customerId, discount)),
      );
      const february = localDate('2026-02-01');
      await session.advanceTo(february);
      const invoices = await session.invoices(customerId);
      const due = invoices.filter(({ issueDate }) => issueDate === february).map(({ total }) => total);
      world.expectMoney({
        measure: 'fee after the discount',
        expected: moneyOf(45_00n, 'EUR'),
        actual: sumMoney(due, 'EUR'),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'EUR 50.00 less 10 %, once: a code counts once for a customer.',
      });
    },
  );
});
