import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'subscription.billed-through'] as const;
const options: CheckOptions = { topic: 'document', needs, tags: ['@edge'] };

/** Acme has Basic, EUR 30.00 a month, from 1 April on. */
function basicFromApril(world: World): Promise<OpenContract> {
  const plan = monthlyPlan('basic', [fee('30.00')]);
  return openContract(world, { customer: 'Acme', plan, start: localDate('2026-04-01') });
}

async function expectThrough(
  world: World,
  { session, subscription }: OpenContract,
  { when, day }: { readonly when: string; readonly day: string | null },
): Promise<void> {
  const found = await session.billedThrough(subscription.id);
  world.expectEqual(`${when}: first day that is not on an invoice`, day, found);
}

describe('A subscription says up to which day it stands on invoices', () => {
  check('and goes on by a month with each of them', options, async (world) => {
    const contract = await basicFromApril(world);
    await expectThrough(world, contract, { when: 'April is billed', day: '2026-05-01' });
    await contract.session.advanceTo(localDate('2026-04-30'));
    await expectThrough(world, contract, { when: 'on the last day of April', day: '2026-05-01' });
    await contract.session.advanceTo(localDate('2026-06-01'));
    await expectThrough(world, contract, { when: 'May and June are billed', day: '2026-07-01' });
  });

  check(
    'and a draft does not count, until it is finalised',
    { ...options, needs: [...needs, 'invoice.draft'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const contract = await basicFromApril(world);
      const { session, customerId } = contract;
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await session.advanceTo(localDate('2026-05-10'));
      await expectThrough(world, contract, { when: 'May is a draft', day: '2026-05-01' });
      const [draft, ...more] = await session.drafts(customerId);
      world.expectEqual('drafts beside that of May', 0, draft === undefined ? -1 : more.length);
      if (draft === undefined) return;
      await session.finalise(`${world.checkId}-may`, draft.id);
      await expectThrough(world, contract, { when: 'May is an invoice', day: '2026-06-01' });
    },
  );

  check(
    'and bills that are held do not count, until they are made',
    { ...options, needs: [...needs, 'invoice.hold'] },
    async (world) => {
      const contract = await basicFromApril(world);
      const { session, customerId } = contract;
      await session.holdInvoices(customerId);
      await session.advanceTo(localDate('2026-05-10'));
      await expectThrough(world, contract, { when: 'bills are held', day: '2026-05-01' });
      await session.releaseInvoices(customerId);
      await session.advanceTo(localDate('2026-05-11'));
      await expectThrough(world, contract, { when: 'May was billed late', day: '2026-06-01' });
    },
  );

  check(
    'and an invoice that is void does not count any more',
    { ...options, needs: [...needs, 'invoice.void'] },
    async (world) => {
      const contract = await basicFromApril(world);
      const { session, customerId } = contract;
      await session.advanceTo(localDate('2026-05-10'));
      const may = (await session.invoices(customerId)).find(({ issueDate }) => issueDate === '2026-05-01');
      await session.voidInvoice(`${world.checkId}-may`, may?.id ?? '');
      await expectThrough(world, contract, { when: 'May is void', day: '2026-05-01' });
    },
  );

  check(
    'each for itself, whatever else the customer has',
    { ...options, needs: [...needs, 'subscription.long-periods'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const contract = await basicFromApril(world);
      const { session } = contract;
      const quarter = { interval: { unit: 'month', count: 3 } } as const;
      await session.publish(monthlyPlan('club', [fee('90.00'), fee('9.00', 'support')], quarter));
      const start = localDate('2026-04-10');
      await session.advanceTo(start);
      const club = { ...contract, subscription: await orderFor(world, contract, { plan: 'club', start }) };
      for (const [when, basicDay, clubDay] of [
        ['2026-04-20', '2026-05-01', '2026-07-10'],
        ['2026-06-02', '2026-07-01', '2026-07-10'],
        ['2026-07-09', '2026-08-01', '2026-07-10'],
        ['2026-07-10', '2026-08-01', '2026-10-10'],
      ] as const) {
        await session.advanceTo(localDate(when));
        await expectThrough(world, contract, { when: `Basic on ${when}`, day: basicDay });
        await expectThrough(world, club, { when: `Club on ${when}`, day: clubDay });
      }
    },
  );

  check(
    'and what was used, or set up, is no time that is paid for',
    {
      ...options,
      needs: [...needs, 'price.one-off', 'price.several-fees', 'price.per-unit', 'usage'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const flat = { kind: 'flat', amount: '12.00' } as const;
      const plan = monthlyPlan('later', [
        { kind: 'one-off', code: 'setup', price: flat },
        { kind: 'recurring', code: 'support', timing: 'arrears', price: flat },
        metered('calls', { kind: 'per-unit', unit: '1.00' }),
      ]);
      const start = localDate('2026-04-01');
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId } = contract;
      await expectThrough(world, contract, { when: 'only the setup is billed', day: null });
      await session.advanceTo(localDate('2026-04-20'));
      const at = instant('2026-04-20T10:00:00Z');
      await session.sendUsage([{ id: `${world.checkId}-1`, customerId, meter: 'calls', quantity: '3', at }]);
      await session.advanceTo(localDate('2026-05-10'));
      await expectThrough(world, contract, { when: 'April is billed at its end', day: '2026-05-01' });
    },
  );

  check(
    'and of several fees the one that reaches furthest tells it',
    {
      ...options,
      needs: [...needs, 'price.several-fees', 'subscription.change', 'subscription.long-periods'],
    },
    async (world) => {
      const contract = await basicFromApril(world);
      const { session, subscription } = contract;
      const arrears = { kind: 'flat', amount: '120.00' } as const;
      const year = { interval: { unit: 'year', count: 1 } } as const;
      const charges = [
        fee('360.00'),
        { kind: 'recurring', code: 'support', timing: 'arrears', price: arrears },
      ] as const;
      await session.publish(monthlyPlan('yearly', charges, year));
      const date = localDate('2026-04-16');
      await session.advanceTo(date);
      await session.changePlan(subscription.id, 'yearly', { kind: 'date', date });
      await expectThrough(world, contract, { when: 'a year is billed', day: '2027-04-16' });
      await session.advanceTo(localDate('2027-04-20'));
      await expectThrough(world, contract, { when: 'two years are billed', day: '2028-04-16' });
    },
  );
});
