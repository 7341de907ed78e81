import { describe } from 'vitest';
import type { PlannedAct } from '../../../model/billing/planned-act.ts';
import { addDays, type LocalDate, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor, withdrawnPlan, withoutBasic } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.sold-until'] as const;
const tags = ['@edge', '@risk-high'];
const lastDay = localDate('2026-04-14');
const days = (...dates: readonly string[]) => dates.map(localDate);
const on = (date: LocalDate) => ({ kind: 'date', date }) as const;

/** Acme takes Pro as well, on the day on which the world is. */
async function withPro(world: World, contract: OpenContract): Promise<string> {
  const start = localDate('2026-04-05');
  return (await orderFor(world, contract, { plan: 'pro', start })).id;
}

async function expectOrderRefused(world: World, contract: OpenContract, start: LocalDate): Promise<void> {
  const answer = await refusalOf(orderFor(world, contract, { plan: 'basic', start }));
  world.expectRefused(answer, `An order of ${start} was taken for a plan that was sold until ${lastDay}.`);
}

async function expectChangeRefused(world: World, change: Promise<unknown>, when: string): Promise<void> {
  const answer = await refusalOf(change);
  world.expectRefused(answer, `A change ${when} was taken to a plan that was sold until ${lastDay}.`);
}

describe('A plan that is sold until a day', () => {
  check('is ordered on that day', { topic: 'catalog', needs, tags }, async (world) => {
    const contract = await withdrawnPlan(world);
    const { session } = contract;
    await session.advanceTo(lastDay);
    await orderFor(world, contract, { plan: 'basic', start: lastDay });
    await session.advanceTo(localDate('2026-05-20'));
    await expectBilledInAll(world, contract, {
      net: '120.00',
      because: 'Two months each of the orders of 1 and 14 April at EUR 30.00.',
    });
  });

  for (const from of days('2026-04-30', '2026-05-01', '2027-01-01'))
    check(
      `is sold the day before ${from}, and not on it`,
      { topic: 'catalog', needs, tags },
      async (world) => {
        const start = localDate('2026-04-01');
        const plan = monthlyPlan('basic', [fee('30.00')], { interval: { unit: 'year', count: 1 } });
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const { session } = contract;
        await session.withdrawPlan('basic', from);
        await session.advanceTo(addDays(from, -1));
        await orderFor(world, contract, { plan: 'basic', start: addDays(from, -1) });
        await session.advanceTo(from);
        const answer = await refusalOf(orderFor(world, contract, { plan: 'basic', start: from }));
        world.expectRefused(answer, `An order was taken for a plan that was withdrawn from ${from} on.`);
        await expectBilledInAll(world, contract, {
          net: '60.00',
          because: 'Two orders, billed by the year.',
        });
      },
    );

  check(
    'is not ordered from the next day on, and what was refused is not billed',
    { topic: 'catalog', needs, tags },
    async (world) => {
      const contract = await withdrawnPlan(world);
      for (const day of days('2026-04-15', '2026-04-16', '2026-05-01', '2026-07-10')) {
        await contract.session.advanceTo(day);
        await expectOrderRefused(world, contract, day);
      }
      await contract.session.advanceTo(localDate('2026-07-20'));
      await expectBilledInAll(world, contract, {
        net: '120.00',
        because: 'April to July of the order of 1 April; no other order was taken.',
      });
    },
  );

  check(
    'is not ordered before for a day on which it is not sold',
    { topic: 'catalog', needs, tags },
    async (world) => {
      const contract = await withdrawnPlan(world);
      for (const day of days('2026-04-15', '2026-04-20')) await expectOrderRefused(world, contract, day);
      await contract.session.advanceTo(localDate('2026-05-25'));
      await expectBilledInAll(world, contract, {
        net: '60.00',
        because: 'April and May of the order of 1 April; no other order was taken.',
      });
    },
  );

  check(
    'leaves the others on the list, also after a refusal',
    { topic: 'catalog', needs, tags },
    async (world) => {
      const contract = await withdrawnPlan(world);
      const start = localDate('2026-04-20');
      await contract.session.advanceTo(start);
      await expectOrderRefused(world, contract, start);
      await orderFor(world, contract, { plan: 'pro', start });
      await expectBilledInAll(world, contract, {
        net: '90.00',
        because: 'Basic for April, and Pro at EUR 60.00 from the 20th on.',
      });
    },
  );

  check(
    'is on the price list of that day, and not on the next one',
    { topic: 'catalog', needs: [...needs, 'price.list'], tags },
    async (world) => {
      const { session } = await withdrawnPlan(world);
      const sold = async (day: LocalDate) =>
        (await session.listedFees(day)).map(({ plan }) => plan).toSorted();
      for (const today of days('2026-04-05', '2026-05-20')) {
        await session.advanceTo(today);
        const read = `sold on {}, as read on ${today}`;
        for (const day of days('2026-04-01', '2026-04-14'))
          world.expectEqual(read.replace('{}', day), ['basic', 'pro'], await sold(day));
        for (const day of days('2026-04-15', '2026-06-01'))
          world.expectEqual(read.replace('{}', day), ['pro'], await sold(day));
      }
    },
  );

  check(
    'is sold again from the day of a later version on, at its price',
    { topic: 'catalog', needs: [...needs, 'price.versions'], tags },
    async (world) => {
      const contract = await withdrawnPlan(world);
      const { session } = contract;
      await session.publish(monthlyPlan('basic', [fee('40.00')], { effectiveFrom: localDate('2026-05-10') }));
      await session.advanceTo(localDate('2026-05-09'));
      await expectOrderRefused(world, contract, localDate('2026-05-09'));
      const start = localDate('2026-05-10');
      await session.advanceTo(start);
      await orderFor(world, contract, { plan: 'basic', start });
      await expectBilledInAll(world, contract, {
        net: '100.00',
        because: 'April and May at EUR 30.00, and the order of 10 May at EUR 40.00.',
      });
    },
  );
});

describe('A plan that is taken off the list on the day of its new version', () => {
  check(
    'is not ordered on that day or later',
    { topic: 'catalog', needs: [...needs, 'price.versions'], tags },
    async (world) => {
      const start = localDate('2026-04-01');
      const plan = monthlyPlan('basic', [fee('30.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session } = contract;
      await session.publish(monthlyPlan('pro', [fee('60.00')]));
      await session.publish(monthlyPlan('basic', [fee('40.00')], { effectiveFrom: withoutBasic }));
      await session.withdrawPlan('basic', withoutBasic);
      await session.advanceTo(lastDay);
      await orderFor(world, contract, { plan: 'basic', start: lastDay });
      for (const day of days('2026-04-15', '2026-04-20')) {
        await session.advanceTo(day);
        await expectOrderRefused(world, contract, day);
      }
      await expectBilledInAll(world, contract, {
        net: '60.00',
        because: 'The orders of 1 and 14 April at EUR 30.00 each.',
      });
    },
  );
});

describe('A change to a plan that is sold until a day', () => {
  const changing = [...needs, 'subscription.change'] as const;

  check('is taken on that day', { topic: 'catalog', needs: changing, tags }, async (world) => {
    const contract = await withdrawnPlan(world);
    const { session } = contract;
    const id = await withPro(world, contract);
    await session.advanceTo(lastDay);
    await session.changePlan(id, 'basic', on(lastDay));
    await expectBilledInAll(world, contract, {
      net: '69.00',
      because: 'Basic EUR 30.00, Pro EUR 60.00, and for 21 of 30 days EUR 21.00 instead of EUR 42.00.',
    });
  });

  check(
    'is not taken from the next day on, and the plan before is billed as ever',
    { topic: 'catalog', needs: changing, tags },
    async (world) => {
      const contract = await withdrawnPlan(world);
      const { session } = contract;
      const id = await withPro(world, contract);
      for (const day of days('2026-04-15', '2026-05-10')) {
        await session.advanceTo(day);
        await expectChangeRefused(world, session.changePlan(id, 'basic', on(day)), `on ${day}`);
      }
      world.expectEqual('plan', 'pro', (await session.subscription(id)).plan);
      await session.advanceTo(localDate('2026-06-10'));
      await expectBilledInAll(world, contract, {
        net: '270.00',
        because: 'Basic for three months at EUR 30.00, Pro for three at EUR 60.00.',
      });
    },
  );

  check(
    'is not taken before for a day on which it is not sold',
    { topic: 'catalog', needs: changing, tags },
    async (world) => {
      const contract = await withdrawnPlan(world);
      const { session } = contract;
      const id = await withPro(world, contract);
      const later = session.changePlan(id, 'basic', on(withoutBasic));
      await expectChangeRefused(world, later, `for ${withoutBasic}`);
      const atTheEnd = session.changePlan(id, 'basic', { kind: 'period-end' });
      await expectChangeRefused(world, atTheEnd, 'for 5 May');
      await session.advanceTo(localDate('2026-05-10'));
      world.expectEqual('plan', 'pro', (await session.subscription(id)).plan);
      await expectBilledInAll(world, contract, {
        net: '180.00',
        because: 'Two months of Basic at EUR 30.00 and of Pro at EUR 60.00.',
      });
    },
  );

  check(
    'is not taken from somebody who had it before',
    { topic: 'catalog', needs: changing, tags },
    async (world) => {
      const contract = await withdrawnPlan(world);
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-16'));
      await session.changePlan(subscription.id, 'pro', on(localDate('2026-04-16')));
      const day = localDate('2026-04-20');
      await session.advanceTo(day);
      await expectChangeRefused(world, session.changePlan(subscription.id, 'basic', on(day)), 'back');
      await session.advanceTo(localDate('2026-05-10'));
      await expectBilledInAll(world, contract, {
        net: '105.00',
        because: 'Half of April at EUR 30.00 and half at EUR 60.00; May at EUR 60.00.',
      });
    },
  );
});

describe('The price of a plan that is sold until a day', () => {
  const order: (contract: OpenContract, date: LocalDate) => PlannedAct = ({ customerId }, start) => ({
    kind: 'order',
    order: { key: `asked-${start}`, customerId, plan: 'basic', start, quantity: '1', billing: 'anniversary' },
  });
  for (const day of days('2026-04-15', '2026-05-10'))
    check(
      `is not told to who asks for ${day}, when it could not be ordered`,
      { topic: 'preview', needs: [...needs, 'preview.act'], tags },
      async (world) => {
        const contract = await withdrawnPlan(world);
        await contract.session.advanceTo(lastDay);
        const asked = contract.session.previewAct(contract.customerId, order(contract, day));
        world.expectRefused(await refusalOf(asked), `A price was told for an order of ${day}.`);
      },
    );
});
