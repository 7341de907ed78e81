import { describe } from 'vitest';
import type { UsageEvent } from '../../../model/billing/usage.ts';
import { addDays, instant, localDate } from '../../../model/date.ts';
import { moneyOf, sumMoney } from '../../../model/money.ts';
import { startOfDayInZone } from '../../../oracle/time/time-zone.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  customerHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { expectBurstKept } from '../../../scenario/situations/usage-burst.ts';

const gigabytes = metered('gigabytes', { kind: 'per-unit', unit: '1.00' });
const plans = [monthlyPlan('metered', [gigabytes])];

const zones = [
  { name: 'Berlin', timeZone: 'Europe/Berlin', country: 'DE' },
  { name: 'Los Angeles', timeZone: 'America/Los_Angeles', country: 'US' },
  { name: 'Kolkata', timeZone: 'Asia/Kolkata', country: 'IN' },
] as const;

describe('Usage about midnight of the billing day', () => {
  for (const { name, timeZone, country } of zones) {
    check(
      `The last second and the first instant of a customer's day in ${name} are each billed once, in their own period`,
      { topic: 'usage', needs: ['clock', 'usage', 'price.per-unit'], tags: ['@risk-high'] },
      async (world) => {
        // 8 March 2026 and 29 March 2026 are days of clock changes in Los Angeles and Berlin.
        const boundaries = ['2026-03-08', '2026-04-08', '2026-05-08'].map(localDate);
        const usage = boundaries.flatMap((day, index) => {
          const midnight = Date.parse(startOfDayInZone(day, timeZone));
          const at = (ms: number) => instant(new Date(midnight + ms).toISOString());
          const end = Date.parse(startOfDayInZone(addDays(day, 1), timeZone));
          return [
            { id: `before-${index}`, meter: 'gigabytes', quantity: '1', at: at(-1_000) },
            { id: `first-${index}`, meter: 'gigabytes', quantity: '10', at: at(0) },
            { id: `noon-${index}`, meter: 'gigabytes', quantity: '100', at: at(12 * 3_600_000) },
            { id: `last-${index}`, meter: 'gigabytes', quantity: '1000', at: at(end - midnight - 1_000) },
          ];
        });
        const history = customerHistory(
          { name: `Customer in ${name}`, country, currency: 'EUR', timeZone },
          { plans, subscriptions: [subscriptionOf('metered', '2026-02-08')], usage, until: '2026-06-08' },
        );
        const { invoices } = await expectHistory(world, history);
        const billed = invoices.map(({ subtotal }) => subtotal);
        world.expectMoney({
          measure: 'usage billed in all periods',
          expected: moneyOf(3n * 1111_00n, 'EUR'),
          actual: sumMoney(billed, 'EUR'),
          nature: 'books',
          customer: history.name,
          explanation:
            'Three boundary days with 1,111 gigabytes each at EUR 1.00: none lost, none billed twice.',
        });
      },
    );
  }
});

describe('Usage in any order', () => {
  check(
    'The order in which usage arrives does not change the bill',
    { topic: 'usage', needs: ['clock', 'usage', 'price.graduated', 'price.tier-fees', 'price.flat'] },
    async (world) => {
      const tiered = metered('calls', {
        kind: 'graduated',
        tiers: [
          { upTo: '100', unit: '0.10', flat: '2' },
          { upTo: null, unit: '0.03', flat: '1' },
        ],
      });
      const session = await world.target('2026-05-01');
      await session.publish(monthlyPlan('tiered', [fee('5.00'), tiered]));
      const totals: string[] = [];
      for (const [index, turn] of [
        (all: UsageEvent[]) => all,
        (all: UsageEvent[]) => all.toReversed(),
      ].entries()) {
        const { id: customerId } = await session.createCustomer({
          key: `${world.checkId}-${index}`,
          name: `Customer ${index + 1}`,
          country: 'DE',
          currency: 'EUR',
          timeZone: 'Europe/Berlin',
        });
        const start = localDate('2026-05-01');
        await session.subscribe({
          key: `${world.checkId}-s${index}`,
          customerId,
          plan: 'tiered',
          start,
          quantity: '1',
          billing: 'anniversary',
        });
        const events = Array.from({ length: 30 }, (_, n) => ({
          id: `${world.checkId}-${index}-${n}`,
          customerId,
          meter: 'calls',
          quantity: String(n + 1),
          at: instant(`2026-05-${String(n + 1).padStart(2, '0')}T08:00:00Z`),
        }));
        for (const event of turn(events)) await session.sendUsage([event]);
        totals.push(customerId);
      }
      await session.advanceTo(localDate('2026-06-01'));
      for (const customerId of totals) {
        const invoices = await session.invoices(customerId);
        const usage = invoices.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'usage'));
        world.expectMoney({
          measure: 'usage charge',
          // 465 calls: 100 at 0.10, 365 at 0.03, and the flat fees of both tiers.
          expected: moneyOf(23_95n, 'EUR'),
          actual: sumMoney(
            usage.map(({ net }) => net),
            'EUR',
          ),
          nature: 'charge',
          explanation: '100 x 0.10 + 2.00 + 365 x 0.03 + 1.00 = 23.95.',
        });
      }
    },
  );
});

describe('Usage at one instant', () => {
  check(
    'Twenty batches of one customer that arrive together are all kept and billed',
    { topic: 'usage', needs: ['clock', 'usage', 'price.per-unit'], tags: ['@risk-high'] },
    async (world) => {
      const start = localDate('2026-05-01');
      const contract = await openContract(world, {
        customer: 'Acme',
        plan: monthlyPlan('metered', [gigabytes]),
        start,
      });
      const { session, customerId } = contract;
      await expectBurstKept(world, session, [customerId]);
      await session.advanceTo(localDate('2026-06-01'));
      const invoices = await session.invoices(customerId);
      world.expectMoney({
        measure: 'usage charge',
        expected: moneyOf(20_00n, 'EUR'),
        actual: sumMoney(
          invoices.map(({ total }) => total),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'Twenty batches of one gigabyte at EUR 1.00 each, all accepted.',
      });
    },
  );
});
