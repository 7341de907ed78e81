import { instant, localDate } from '../../model/date.ts';
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
];
