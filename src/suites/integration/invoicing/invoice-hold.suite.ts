import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'invoice.hold'] as const;
const tags = ['@edge', '@risk-high'];
const april = localDate('2026-04-01');

/** Basic for EUR 30.00 since 1 April; bills are held from the 10th on. */
async function held(world: World): Promise<OpenContract> {
  const session = await world.target(april);
  await session.publish(monthlyPlan('pro', [fee('60.00')]));
  const plan = monthlyPlan('basic', [fee('30.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start: april, session });
  await session.advanceTo(localDate('2026-04-10'));
  await session.holdInvoices(contract.customerId);
  return contract;
}

describe('Bills that are held', () => {
  check(
    'are made when the hold ends, each month once',
    { topic: 'completeness', needs, tags },
    async (world) => {
      const contract = await held(world);
      const { session, customerId } = contract;
      await session.advanceTo(localDate('2026-06-10'));
      await expectBilledInAll(world, contract, { net: '30.00', because: 'Only April was billed before.' });
      await session.releaseInvoices(customerId);
      const due = 'April, May and June at EUR 30.00.';
      await expectBilledInAll(world, contract, { net: '90.00', because: due });
      await session.advanceTo(localDate('2026-07-10'));
      await expectBilledInAll(world, contract, { net: '120.00', because: 'July comes as usual.' });
    },
  );

  check(
    'hold what a change makes due, too',
    { topic: 'completeness', needs: [...needs, 'subscription.change'], tags },
    async (world) => {
      const contract = await held(world);
      const { session, customerId, subscription } = contract;
      const date = localDate('2026-04-16');
      await session.advanceTo(date);
      await session.changePlan(subscription.id, 'pro', { kind: 'date', date });
      await expectBilledInAll(world, contract, { net: '30.00', because: 'Nothing is billed meanwhile.' });
      await session.releaseInvoices(customerId);
      await expectBilledInAll(world, contract, {
        net: '45.00',
        because: 'Half of April at EUR 30.00 and half at EUR 60.00.',
      });
    },
  );

  check(
    'are announced all the same',
    { topic: 'preview', needs: [...needs, 'preview.invoice'], tags },
    async (world) => {
      const { session, customerId } = await held(world);
      const preview = await session.previewInvoice(customerId, localDate('2026-05-01'));
      world.expectMoney({
        measure: 'announced for 1 May',
        expected: parseMoney('30.00', 'EUR'),
        actual: preview?.total ?? parseMoney('0.00', 'EUR'),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'What falls due is known, whether it is billed then or later.',
      });
    },
  );

  check(
    'tell all the same what another plan would cost',
    { topic: 'preview', needs: [...needs, 'preview.act', 'subscription.change'], tags },
    async (world) => {
      const { session, customerId, subscription } = await held(world);
      const act = {
        kind: 'change',
        subscriptionId: subscription.id,
        plan: 'pro',
        date: localDate('2026-04-16'),
      } as const;
      const preview = await session.previewAct(customerId, act);
      world.expectMoney({
        measure: 'said to be billed for the change',
        expected: parseMoney('15.00', 'EUR'),
        actual: preview?.total ?? parseMoney('0.00', 'EUR'),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'Half of April at EUR 60.00 less half at EUR 30.00.',
      });
    },
  );
});
