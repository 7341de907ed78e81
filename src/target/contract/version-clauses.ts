import type { PlanVersion } from '../../model/billing/catalog.ts';
import { localDate } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { flatPlan, monthLater, newCustomer, startingPoint, subscribe } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

/** EUR 36.00 instead of 30.00 from the middle of February. */
const raised: PlanVersion = {
  ...flatPlan,
  effectiveFrom: localDate('2026-02-15'),
  charges: [{ kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount: '36.00' } }],
};

/** What a plan costs from a day on. */
export const versionClauses: readonly ContractClause[] = [
  {
    promise: 'sells a plan at its old price before a new one takes effect, and at the new one after',
    needs: ['clock', 'price.flat', 'price.versions'],
    verify: async (world) => {
      const { session } = await startingPoint(world, 'versions');
      await session.publish(raised);
      for (const [day, amount] of [
        [monthLater, '30.00'],
        [localDate('2026-03-01'), '36.00'],
      ] as const) {
        await session.advanceTo(day);
        const customer = await newCustomer(session, `versions-${day}`);
        await subscribe(session, { customer, plan: flatPlan.plan, start: day });
        const [invoice] = await session.invoices(customer.id);
        requireMoney(`an order of ${day}`, invoice?.total ?? eur('0.00'), eur(amount));
      }
    },
  },
  {
    promise:
      'charges who has the plan already a new price from the next period, or the old one, as its profile says',
    needs: ['clock', 'price.flat', 'price.versions', 'price.running'],
    habits: ['existingSubscriptions'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'version');
      await session.publish(raised);
      await session.advanceTo(localDate('2026-03-01'));
      const renewals = (await session.invoices(customer.id)).slice(1).map(({ total }) => total);
      requireMoney('the renewal before', renewals[0] ?? eur('0.00'), eur('30.00'));
      const isKept = world.description.profile.existingSubscriptions === 'price-at-signing';
      requireMoney('the renewal after', renewals[1] ?? eur('0.00'), eur(isKept ? '30.00' : '36.00'));
    },
  },
  {
    promise: 'says what the price list of a day asks for a plan',
    needs: ['clock', 'price.flat', 'price.versions', 'price.list'],
    verify: async (world) => {
      const { session } = await startingPoint(world, 'list');
      await session.publish(raised);
      for (const [day, amount] of [
        [monthLater, '30.00'],
        [localDate('2026-03-01'), '36.00'],
      ] as const) {
        const listed = (await session.listedFees(day)).find(({ plan }) => plan === flatPlan.plan);
        requireMoney(`the list of ${day}`, listed?.fee ?? eur('0.00'), eur(amount));
      }
    },
  },
  {
    promise: 'takes orders of a plan until the day before it is withdrawn, and bills who has it as before',
    needs: ['clock', 'price.flat', 'price.sold-until'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'withdrawn');
      await session.publish({ ...flatPlan, plan: 'contract-other' });
      await session.withdrawPlan(flatPlan.plan, localDate('2026-01-11'));
      const late = await newCustomer(session, 'withdrawn-late');
      await session.advanceTo(localDate('2026-01-10'));
      const inTime = await newCustomer(session, 'withdrawn-in-time');
      await subscribe(session, { customer: inTime, plan: flatPlan.plan, start: localDate('2026-01-10') });
      await session.advanceTo(localDate('2026-01-11'));
      await requireRefusal('an order of the first day without it', () =>
        subscribe(session, { customer: late, plan: flatPlan.plan, start: localDate('2026-01-11') }),
      );
      await session.advanceTo(monthLater);
      requireThat((await session.invoices(late.id)).length === 0, 'Found an invoice of the refused order.');
      const bills = await session.invoices(customer.id);
      requireMoney('the bill of the next month', bills[1]?.total ?? eur('0.00'), eur('30.00'));
    },
  },
  {
    promise: 'charges who has the plan already a new price from the day that the price names, not before',
    needs: ['clock', 'price.flat', 'price.versions', 'price.running-from'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'running-from');
      await session.publish({ ...raised, runningFrom: localDate('2026-04-01') });
      await session.advanceTo(localDate('2026-04-01'));
      const [, , march, april] = (await session.invoices(customer.id)).map(({ total }) => total);
      requireMoney('the month before', march ?? eur('0.00'), eur('30.00'));
      requireMoney('the month that begins then', april ?? eur('0.00'), eur('36.00'));
    },
  },
];
