import { instant, localDate } from '../../model/date.ts';
import { moneyAmount, parseMoney } from '../../model/money.ts';
import { type ContractClause, requireThat } from './clause.ts';
import { firstDay, monthLater, startingPoint, usagePlan } from './starting-point.ts';

/** What becomes of usage beyond being counted once. */
export const usageClauses: readonly ContractClause[] = [
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
      const lines = (await session.invoices(customer.id)).flatMap((invoice) => invoice.lines);
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
