import { describe } from 'vitest';
import { instant, type LocalDate, localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll, expectNetByDay } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

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

  check(
    'is not of an earlier time on the same plan, whose usage comes late',
    { ...options, needs: [...needs, 'usage', 'usage.late', 'price.per-unit'] },
    async (world) => {
      const session = await world.target(april);
      await session.publish(monthlyPlan('basic', [fee('30.00')]));
      const unit = (price: string) => ({ kind: 'per-unit', unit: price }) as const;
      const plan = monthlyPlan('pro', [metered('calls', unit('1.00'))]);
      const contract = await openContract(world, { customer: 'Acme', plan, start: april, session });
      const { customerId, subscription } = contract;
      const use = (day: string, quantity: string) =>
        session.sendUsage([
          { id: `${day}-${quantity}`, customerId, meter: 'calls', quantity, at: instant(`${day}T11:00:00Z`) },
        ]);
      await session.advanceTo(localDate('2026-04-05'));
      await use('2026-04-05', '10');
      await change(contract, '2026-04-11', { plan: 'basic' });
      const back = localDate('2026-04-21');
      await session.advanceTo(back);
      const negotiated = [{ charge: 'calls-usage', price: unit('0.50') }];
      await session.changePlanAtPrice(subscription.id, { plan: 'pro', timing: on(back), negotiated });
      await session.advanceTo(localDate('2026-04-25'));
      await use('2026-04-05', '7');
      await use('2026-04-25', '4');
      await expectNetByDay(world, contract, {
        net: [
          ['2026-04-25', '20.00'],
          ['2026-05-15', '29.00'],
        ],
        because:
          '10 calls at EUR 1.00 and ten days of Basic; then 7 more of 5 April at EUR 1.00, and 4 at EUR 0.50.',
      });
    },
  );
});
