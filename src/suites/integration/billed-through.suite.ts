import { describe } from 'vitest';
import { localDate } from '../../model/date.ts';
import { type CheckOptions, check } from '../../scenario/check.ts';
import { fee, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../scenario/situations/open-contract.ts';
import type { World } from '../../scenario/world.ts';

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
  { when, day }: { readonly when: string; readonly day: string },
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
});
