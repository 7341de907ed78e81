import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { addDays, instant, localDate } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireThat } from './clause.ts';
import {
  firstDay,
  flatPlan,
  monthLater,
  newCustomer,
  startingPoint,
  subscribe,
  usagePlan,
} from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

/**
 * From 30.00 to 61.00 a month on 17 January: 15 of 31 days are left, 14 of 30 where a month has thirty, and one less of the new
 * plan where the day of the change belongs to the old one. What credit notes give back stands on no invoice.
 */
function shares({ dayCount, changeDayBelongsTo, prorationCredit }: PolicyProfile) {
  const [credit, charge] = {
    'actual new-plan': [1_452n, 2_952n] as const,
    'actual old-plan': [1_355n, 2_755n] as const,
    'fixed-30 new-plan': [1_400n, 2_847n] as const,
    'fixed-30 old-plan': [1_300n, 2_643n] as const,
  }[`${dayCount} ${changeDayBelongsTo}` as const];
  return { credit: prorationCredit === 'line-on-next-invoice' ? credit : 0n, charge };
}

/** What a bill must be: periods, prices, changes, usage, tax, discounts. Amounts can be checked in the head. */
export const billingClauses: readonly ContractClause[] = [
  {
    promise: 'bills a fee in advance on the first day, for the half-open month it pays for',
    needs: ['price.flat'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'flat');
      const [invoice, ...more] = await session.invoices(customer.id);
      requireThat(
        invoice !== undefined && more.length === 0,
        `invoices after subscribing: found ${more.length + (invoice ? 1 : 0)}, expected 1.`,
      );
      requireMoney('invoice total', invoice.total, eur('30.00'));
      const period = invoice.lines[0]?.period;
      requireThat(
        period?.from === firstDay && period.to === monthLater,
        `line period: found ${JSON.stringify(period)}, expected ${firstDay} to ${monthLater}, the end not included.`,
      );
    },
  },
  {
    promise: 'asks for the money so many days after it invoices, as its profile says',
    needs: ['price.flat'],
    habits: ['paymentTermDays'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'term');
      const [invoice] = await session.invoices(customer.id);
      const expected = addDays(firstDay, world.description.profile.paymentTermDays);
      requireThat(
        invoice?.dueDate === expected || invoice?.dueDate === null,
        `the day to pay by: found ${invoice?.dueDate}, expected ${expected}, or null where nobody says.`,
      );
    },
  },
  {
    promise: 'takes a discount off an invoice',
    needs: ['price.flat', 'discount'],
    verify: async (world) => {
      const session = await world.open('discount', firstDay);
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'discount-customer');
      await session.redeemDiscount(customer.id, { code: 'TEN', kind: 'percent', percent: '10' });
      await subscribe(session, { customer, plan: flatPlan.plan, start: firstDay });
      const [invoice] = await session.invoices(customer.id);
      requireMoney('30.00 less 10 %', invoice?.total ?? eur('0.00'), eur('27.00'));
    },
  },
  {
    promise: 'has billed everything that was due when a clock move resolves, each period once',
    needs: ['clock', 'price.flat'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'due');
      await session.advanceTo(localDate('2026-04-01'));
      const starts = (await session.invoices(customer.id)).flatMap((invoice) =>
        invoice.lines.map((line) => line.period?.from),
      );
      const expected = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
      requireThat(
        JSON.stringify(starts) === JSON.stringify(expected),
        `periods billed: found ${starts.join(', ')}, expected ${expected.join(', ')}.`,
      );
    },
  },
  {
    promise: 'finds nothing to do when a bill run is repeated',
    needs: ['price.flat'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'repeat');
      const made = await session.bill(firstDay);
      const count = (await session.invoices(customer.id)).length;
      requireThat(
        made.length === 0 && count === 1,
        `a repeated bill run: found ${made.length} new of ${count} invoices, expected none of 1.`,
      );
    },
  },
  {
    promise: 'gives back unused days and charges remaining ones when a plan changes',
    needs: ['clock', 'price.flat', 'subscription.change'],
    habits: ['dayCount', 'changeDayBelongsTo', 'prorationCredit'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'change');
      const charges = [
        { kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount: '61.00' } },
      ] as const;
      await session.publish({ ...flatPlan, plan: 'contract-large', charges });
      await session.advanceTo(localDate('2026-01-17'));
      await session.changePlan(subscription.id, 'contract-large', {
        kind: 'date',
        date: localDate('2026-01-17'),
      });
      const net = (await session.invoices(customer.id)).reduce(
        (sum, invoice) => sum + invoice.total.amountMinor,
        0n,
      );
      const { credit, charge } = shares(world.description.profile);
      const expected = 3_000n - credit + charge;
      requireThat(
        net === expected,
        `all invoices after the change: found EUR minor ${net}, expected ${expected} by the policy profile.`,
      );
    },
  },
  {
    promise: 'ends a subscription on the day it is cancelled for',
    needs: ['clock', 'price.flat', 'subscription.cancel'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'cancel');
      await session.cancel(subscription.id, { kind: 'period-end' });
      await session.advanceTo(localDate('2026-03-01'));
      const count = (await session.invoices(customer.id)).length;
      const { state } = await session.subscription(subscription.id);
      requireThat(
        count === 1 && state === 'cancelled',
        `after the end: found ${count} invoices and state ${state}, expected 1 and cancelled.`,
      );
    },
  },
  {
    promise: 'counts a usage event once however often it is sent, and bills it in its month',
    needs: ['clock', 'usage', 'price.per-unit'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'usage', usagePlan);
      const event = {
        id: 'contract-1',
        customerId: customer.id,
        meter: 'calls',
        quantity: '5',
        at: instant('2026-01-15T12:00:00Z'),
      };
      const [first] = await session.sendUsage([event]);
      const [second] = await session.sendUsage([event]);
      requireThat(
        first?.outcome === 'accepted' && second?.outcome === 'duplicate',
        `usage sent twice: found ${first?.outcome}, ${second?.outcome}; expected accepted, duplicate.`,
      );
      await session.advanceTo(monthLater);
      const last = (await session.invoices(customer.id)).at(-1);
      requireMoney('5 calls at EUR 2.00', last?.total ?? eur('0.00'), eur('10.00'));
    },
  },
  {
    promise: 'refuses usage of a meter that nobody sells, and says so for the event',
    needs: ['usage', 'price.per-unit'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'meter', usagePlan);
      const event = {
        id: 'contract-2',
        customerId: customer.id,
        meter: 'no-such-meter',
        quantity: '5',
        at: instant('2026-01-01T12:00:00Z'),
      };
      const [result] = await session.sendUsage([event]);
      requireThat(
        result?.outcome === 'rejected' && result.reason !== '',
        `usage of an unknown meter: found ${result?.outcome}, expected rejected with a reason.`,
      );
    },
  },
  {
    promise: 'takes a discount off, and taxes what its profile says',
    needs: ['price.flat', 'tax', 'discount'],
    habits: ['taxBase'],
    verify: async (world) => {
      const session = await world.open('tax', firstDay);
      await session.publish(flatPlan);
      await session.setTaxRate({ country: 'DE', ratePercent: '19', from: firstDay });
      const customer = await session.createCustomer({
        key: 'tax-customer',
        name: 'Tax',
        country: 'DE',
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
      });
      await session.redeemDiscount(customer.id, { code: 'TEN', kind: 'percent', percent: '10' });
      await session.subscribe({
        key: 'tax',
        customerId: customer.id,
        plan: flatPlan.plan,
        start: firstDay,
        quantity: '1',
        billing: 'anniversary',
      });
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one.');
      requireMoney('discount, 10 % of 30.00', invoice.discount, eur('3.00'));
      const isAfter = world.description.profile.taxBase === 'after-discount';
      requireMoney('tax, 19 % of the base', invoice.tax, eur(isAfter ? '5.13' : '5.70'));
      requireMoney('total', invoice.total, eur(isAfter ? '32.13' : '32.70'));
    },
  },
  {
    promise: 'bills by hand what somebody enters, at once and beside the subscriptions',
    needs: ['price.flat', 'invoice.charge'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'charge');
      const { id } = await session.charge({
        key: 'charge',
        customerId: customer.id,
        text: 'training',
        amount: eur('12.00'),
        date: firstDay,
      });
      requireMoney('total of the charge', (await session.invoice(id)).total, eur('12.00'));
      const { length } = await session.invoices(customer.id);
      requireThat(length === 2, `invoices with a charge: found ${length}, expected 2.`);
    },
  },
];
