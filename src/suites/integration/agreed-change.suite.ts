import { describe } from 'vitest';
import { type LocalDate, localDate } from '../../model/date.ts';
import { check } from '../../scenario/check.ts';
import { fee, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../scenario/situations/open-contract.ts';
import type { World } from '../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'subscription.change', 'subscription.negotiated-change'] as const;
const options = { topic: 'catalog', needs, tags: ['@edge', '@risk-high'] } as const;
const april = localDate('2026-04-01');
const on = (date: LocalDate) => ({ kind: 'date', date }) as const;
const at = (amount: string) => [{ charge: 'fee', price: { kind: 'flat', amount } }] as const;

/** Acme has Basic, EUR 30.00, since 1 April, and takes Pro, EUR 60.00, on the 16th for EUR 45.00. */
async function agreedPro(world: World): Promise<OpenContract> {
  const session = await world.target(april);
  await session.publish(monthlyPlan('pro', [fee('60.00')]));
  const plan = monthlyPlan('basic', [fee('30.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start: april, session });
  await change(contract, '2026-04-16', { plan: 'pro', price: '45.00' });
  return contract;
}

async function change(
  { session, subscription }: OpenContract,
  day: string,
  { plan, price }: { readonly plan: string; readonly price?: string },
): Promise<void> {
  const date = localDate(day);
  await session.advanceTo(date);
  if (price === undefined) await session.changePlan(subscription.id, plan, on(date));
  else await session.changePlanAtPrice(subscription.id, { plan, timing: on(date), negotiated: at(price) });
}

describe('A price that is agreed with a change of plan', () => {
  check('is charged from that day on', options, async (world) => {
    const contract = await agreedPro(world);
    await contract.session.advanceTo(localDate('2026-06-15'));
    await expectBilledInAll(world, contract, {
      net: '127.50',
      because: 'Half of April at EUR 30.00 and half at EUR 45.00; May and June at EUR 45.00.',
    });
  });

  check('is given back for days that are left when the plan is left', options, async (world) => {
    const contract = await agreedPro(world);
    await change(contract, '2026-06-16', { plan: 'basic' });
    await expectBilledInAll(world, contract, {
      net: '120.00',
      because: 'EUR 127.50 before; half of June for EUR 15.00 instead of EUR 22.50.',
    });
  });

  check('is of that plan only, and of no other one', options, async (world) => {
    const contract = await agreedPro(world);
    await contract.session.publish(monthlyPlan('max', [fee('90.00')]));
    await change(contract, '2026-06-16', { plan: 'max' });
    await expectBilledInAll(world, contract, {
      net: '150.00',
      because: 'EUR 127.50 before; half of June for EUR 45.00 instead of EUR 22.50.',
    });
  });
});
