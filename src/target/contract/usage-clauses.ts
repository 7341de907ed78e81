import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { addDays, instant, localDate } from '../../model/date.ts';
import { moneyAmount, parseMoney } from '../../model/money.ts';
import type { TargetSession } from '../session.ts';
import { type ContractClause, requireMoney, requireThat } from './clause.ts';
import { planOf, use } from './price-clauses.ts';
import { firstDay, monthLater, startingPoint, usagePlan } from './starting-point.ts';

const perUnit = { kind: 'per-unit', unit: '2.00' } as const;

/** Each way to round is told from every other by at least one of these. */
const roundedPrices = ['0.125', '0.135', '0.126', '0.121'];
const rounded: Readonly<Record<PolicyProfile['roundingMode'], readonly string[]>> = {
  'half-up': ['0.13', '0.14', '0.13', '0.12'],
  'half-even': ['0.12', '0.14', '0.13', '0.12'],
  'half-down': ['0.12', '0.13', '0.13', '0.12'],
  down: ['0.12', '0.13', '0.12', '0.12'],
  up: ['0.13', '0.14', '0.13', '0.13'],
};

async function requireBilled(
  session: TargetSession,
  customerId: string,
  [reckoning, amount]: readonly [string, string],
): Promise<void> {
  await session.advanceTo(monthLater);
  const last = (await session.invoices(customerId)).at(-1);
  requireMoney(reckoning, last?.total ?? parseMoney('0.00', 'EUR'), parseMoney(amount, 'EUR'));
}

/** What becomes of usage beyond being counted once. */
export const usageClauses: readonly ContractClause[] = [
  {
    promise: 'bills the greatest of several events where that is what counts',
    needs: ['clock', 'usage', 'price.per-unit', 'usage.aggregation'],
    verify: async (world) => {
      const plan = planOf({ price: perUnit, aggregation: 'max' });
      const { session, customer } = await startingPoint(world, 'aggregation', plan);
      await use(session, customer.id, { id: 'contract-1', quantity: '5' });
      await use(session, customer.id, { id: 'contract-2', quantity: '3' });
      await requireBilled(session, customer.id, ['the greater of 5 and 3, at 2.00', '10.00']);
    },
  },
  {
    promise: 'prices an event by its properties',
    needs: ['clock', 'usage', 'price.per-unit', 'usage.dimensions'],
    verify: async (world) => {
      const buckets = [
        { code: 'eu', where: { region: ['eu'] }, price: { kind: 'per-unit', unit: '3.00' } },
      ] as const;
      const { session, customer } = await startingPoint(
        world,
        'dimensions',
        planOf({ price: perUnit, buckets }),
      );
      await use(session, customer.id, { id: 'contract-1', quantity: '1', properties: { region: 'eu' } });
      await use(session, customer.id, { id: 'contract-2', quantity: '1', properties: { region: 'us' } });
      await requireBilled(session, customer.id, ['3.00 in the EU, 2.00 elsewhere', '5.00']);
    },
  },
  {
    promise: 'takes a negative event off what was used',
    needs: ['clock', 'usage', 'price.per-unit', 'usage.corrections'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'correction', usagePlan);
      await use(session, customer.id, { id: 'contract-1', quantity: '5' });
      await use(session, customer.id, { id: 'contract-2', quantity: '-2' });
      await requireBilled(session, customer.id, ['5 less 2, at 2.00', '6.00']);
    },
  },
  {
    promise: 'bills nothing, or a line of nothing, for a month without usage, as its profile says',
    needs: ['clock', 'usage', 'price.per-unit'],
    habits: ['zeroUsage'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'no-usage', usagePlan);
      await session.advanceTo(monthLater);
      const lines = (await session.invoices(customer.id)).flatMap((invoice) => invoice.lines);
      const expected = world.description.profile.zeroUsage === 'no-line' ? 0 : 1;
      requireThat(
        lines.length === expected,
        `lines without usage: found ${lines.length}, expected ${expected}.`,
      );
    },
  },
  {
    promise: 'makes no invoice of a month without usage where nothing else is charged',
    needs: ['clock', 'usage', 'price.per-unit', 'usage.unused-silent'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'silent', usagePlan);
      await session.advanceTo(monthLater);
      const { length } = await session.invoices(customer.id);
      requireThat(length === 0, `invoices of a month without usage: found ${length}, expected none.`);
    },
  },
  {
    promise: 'takes no usage that comes after the days that its profile gives it',
    needs: ['clock', 'usage', 'price.per-unit', 'usage.late-window'],
    habits: ['lateUsageDays'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'too-late', usagePlan);
      const days = world.description.profile.lateUsageDays ?? 0;
      await session.advanceTo(addDays(monthLater, days + 1));
      const at = instant('2026-01-15T12:00:00Z');
      const event = { id: 'contract-too-late', customerId: customer.id, meter: 'calls', quantity: '5', at };
      const [result] = await session.sendUsage([event]);
      requireThat(
        result?.outcome === 'too-late',
        `usage more than ${days} days late: found ${result?.outcome}, expected too-late.`,
      );
    },
  },
  {
    promise: 'bills what is used while a subscription is paused',
    needs: ['clock', 'usage', 'price.per-unit', 'subscription.pause', 'usage.while-paused'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'paused', usagePlan);
      const day = localDate('2026-01-11');
      await session.advanceTo(day);
      await session.pause(subscription.id, { kind: 'date', date: day });
      await use(session, customer.id, { quantity: '5' });
      await requireBilled(session, customer.id, ['5 at 2.00', '10.00']);
    },
  },
  {
    promise: 'rounds an amount between two minor units as its profile says',
    needs: ['clock', 'usage', 'price.per-unit'],
    habits: ['roundingMode'],
    verify: async (world) => {
      const mode = world.description.profile.roundingMode;
      for (const [at, unit] of roundedPrices.entries()) {
        const plan = planOf({ price: { kind: 'per-unit', unit } });
        const { session, customer } = await startingPoint(world, `rounding-${at}`, plan);
        await use(session, customer.id, { quantity: '1' });
        await requireBilled(session, customer.id, [`EUR ${unit}, ${mode}`, rounded[mode][at] ?? '']);
      }
    },
  },
  {
    promise: 'shows usage day by day, so that the days add up to the period',
    needs: ['usage', 'usage.daily', 'price.per-unit'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'daily', usagePlan);
      const use = (id: string, quantity: string, day: string) => ({
        id: `contract-daily-${id}`,
        customerId: customer.id,
        meter: 'calls',
        quantity,
        at: instant(`${day}T12:00:00Z`),
      });
      await session.sendUsage([use('1', '5', '2026-01-10'), use('2', '2', '2026-01-14')]);
      const days = await session.dailyUsage(customer.id, 'calls', { from: firstDay, to: monthLater });
      const shown = days.map(({ date, quantity }) => `${date} ${quantity}`).join(', ');
      requireThat(
        shown === '2026-01-10 5, 2026-01-14 2',
        `daily usage: found ${shown}, expected 2026-01-10 5, 2026-01-14 2.`,
      );
    },
  },
  {
    promise: 'puts usage that came after its bill on the next one, for the month in which it was used',
    needs: ['clock', 'usage', 'usage.late', 'price.per-unit'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'late', usagePlan);
      await session.advanceTo(monthLater);
      const at = instant('2026-01-31T12:00:00Z');
      const event = { id: 'contract-late', customerId: customer.id, meter: 'calls', quantity: '5', at };
      const [result] = await session.sendUsage([event]);
      await session.advanceTo(localDate('2026-03-01'));
      // A month without usage may have a line of nothing.
      const lines = (await session.invoices(customer.id))
        .flatMap((invoice) => invoice.lines)
        .filter(({ net }) => net.amountMinor !== 0n);
      requireThat(
        result?.outcome === 'accepted' && lines.length === 1 && lines[0]?.period?.from === firstDay,
        `late usage: found ${result?.outcome} and ${lines.length} lines, expected accepted and one line for January.`,
      );
    },
  },
  {
    promise: 'invoices usage at once when it reaches a threshold, and only the rest at the end of the period',
    needs: ['clock', 'usage', 'price.per-unit', 'usage.thresholds'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'threshold', usagePlan);
      await session.setThresholds(subscription.id, [parseMoney('10.00', 'EUR')]);
      const at = instant('2026-01-01T12:00:00Z');
      const call = { customerId: customer.id, meter: 'calls', at };
      await session.sendUsage([{ ...call, id: 'threshold-1', quantity: '6' }]);
      await session.sendUsage([{ ...call, id: 'threshold-2', quantity: '1' }]);
      await session.advanceTo(monthLater);
      const totals = (await session.invoices(customer.id)).map(({ total }) => moneyAmount(total)).join(', ');
      requireThat(totals === '12.00, 2.00', `invoices: found ${totals}, expected 12.00, 2.00.`);
    },
  },
];
