import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import type { SubscriptionHistory } from '../../../oracle/subscription/subscription-history.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { castHistory, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';
import { type TitledBills, workedOutChecks } from '../../../scenario/worked-out-checks.ts';

const needs = ['clock', 'price.per-unit', 'subscription.quantity'] as const;

function seats(unit: string, timing: 'advance' | 'arrears' = 'advance'): Charge {
  return { kind: 'recurring', code: 'seats', timing, price: { kind: 'per-unit', unit } };
}

const team = monthlyPlan('team', [seats('6.00')]);
const dearer = monthlyPlan('team', [seats('9.00')], { effectiveFrom: localDate('2026-04-10') });
const afterwards = monthlyPlan('afterwards', [seats('6.00', 'arrears')]);
const yearly = monthlyPlan('yearly', [seats('73.00')], { interval: { unit: 'year', count: 1 } });
const plans = [team, afterwards, yearly];

type Quantities = SubscriptionHistory['quantities'];

function seatsOf(
  plan: string,
  of: { readonly start: string; readonly first: string; readonly later: Quantities; readonly until: string },
) {
  const rest = { quantity: of.first, ...(of.later === undefined ? {} : { quantities: of.later }) };
  return castHistory('Acme', {
    plans,
    subscriptions: [subscriptionOf(plan, of.start, rest)],
    until: of.until,
  });
}

const inApril = { start: '2026-04-01', until: '2026-05-15' } as const;
const onThe16th = (quantity: string) => [{ on: localDate('2026-04-16'), quantity }];

const worked: readonly TitledBills[] = [
  {
    title: 'Three more in the middle of the month are charged for the days that are left',
    history: seatsOf('team', { ...inApril, first: '5', later: onThe16th('8') }),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-04-16', '9.00'],
      ['2026-05-01', '48.00'],
    ],
    because: 'Half of April is left: 5 seats are given back with 15.00, 8 are charged with 24.00.',
  },
  {
    title: 'Three fewer in the middle of the month are given back for the days that are left',
    history: seatsOf('team', { ...inApril, first: '8', later: onThe16th('5') }),
    bills: [
      ['2026-04-01', '48.00'],
      ['2026-04-16', '-9.00'],
      ['2026-05-01', '30.00'],
    ],
    because: 'Half of April is left: 8 seats are given back with 24.00, 5 are charged with 15.00.',
  },
  {
    title: 'Two changes in one month each give back what the one before charged',
    history: seatsOf('team', {
      ...inApril,
      first: '5',
      later: [
        { on: localDate('2026-04-11'), quantity: '8' },
        { on: localDate('2026-04-21'), quantity: '6' },
      ],
    }),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-04-11', '12.00'],
      ['2026-04-21', '-4.00'],
      ['2026-05-01', '36.00'],
    ],
    because: 'Two thirds of April are left for 3 more seats of 6.00, then one third for 2 fewer.',
  },
  {
    title: 'A change for the end of the period is charged from the next one on, and nothing before',
    history: seatsOf('team', {
      ...inApril,
      first: '5',
      later: [
        {
          on: localDate('2026-05-01'),
          toldOn: localDate('2026-04-10'),
          timing: 'period-end',
          quantity: '8',
        },
      ],
    }),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-05-01', '48.00'],
    ],
    because: 'All of April has 5 seats, all of May has 8.',
  },
  {
    title: 'Of seats that are billed afterwards, each stretch is billed with its own number',
    history: seatsOf('afterwards', { ...inApril, first: '5', later: onThe16th('8') }),
    bills: [
      ['2026-04-16', '15.00'],
      ['2026-05-01', '24.00'],
    ],
    because: 'Half of April has 5 seats of 6.00, the other half 8.',
  },
  {
    title: 'One more in a year is charged for the rest of the year',
    history: seatsOf('yearly', {
      start: '2026-01-01',
      until: '2027-01-15',
      first: '5',
      later: [{ on: localDate('2026-03-15'), quantity: '6' }],
    }),
    bills: [
      ['2026-01-01', '365.00'],
      ['2026-03-15', '58.40'],
      ['2027-01-01', '438.00'],
    ],
    because: '73 days of 2026 are over, so 292 of 365 are charged for one more seat of 73.00.',
  },
];

describe('Seats that become more or fewer', () => {
  workedOutChecks(worked, { topic: 'proration', needs, tags: ['@risk-high'] });

  check(
    'A change within a period does not bring a newer price into it',
    { topic: 'proration', needs: [...needs, 'price.versions'] },
    async (world) => {
      const history = castHistory('Acme', {
        plans: [team, dearer],
        subscriptions: [subscriptionOf('team', '2026-04-01', { quantity: '5', quantities: onThe16th('8') })],
        until: '2026-05-15',
      });
      await expectWorkedOut(world, {
        history,
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-16', '9.00'],
          ['2026-05-01', '72.00'],
        ],
        because: 'April was begun at 6.00 a seat and stays so; May is the first period at 9.00.',
      });
    },
  );

  check(
    'The number that is in force already, told again, charges nothing',
    { topic: 'idempotency', needs },
    async (world) => {
      const history = seatsOf('team', { ...inApril, until: '2026-04-20', first: '5', later: onThe16th('8') });
      const { session, customer, invoices } = await expectWorkedOut(world, {
        history,
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-16', '9.00'],
        ],
        because: 'Half of April is left for 3 more seats of 6.00.',
      });
      const [id = ''] = customer.subscriptionIds.values();
      const today = { kind: 'date', date: localDate('2026-04-20') } as const;
      await refusalOf(session.changeQuantity(id, '8', today));
      const sums = (await session.invoices(customer.customerId)).map(({ total }) => total.amountMinor);
      const before = invoices.map(({ total }) => total.amountMinor);
      const sum = (all: readonly bigint[]) => String(all.reduce((left, right) => left + right, 0n));
      world.expectEqual('billed in all, in cents', sum(before), sum(sums));
    },
  );

  check(
    'The preview of the day of a planned change is the invoice that the change makes',
    { topic: 'preview', needs: [...needs, 'preview.invoice'] },
    async (world) => {
      const planned = [
        { on: localDate('2026-04-16'), toldOn: localDate('2026-04-10'), quantity: '8' },
      ] as const;
      const { session, customer } = await expectWorkedOut(world, {
        history: seatsOf('team', { ...inApril, until: '2026-04-12', first: '5', later: planned }),
        bills: [['2026-04-01', '30.00']],
        because: 'The change is planned and not yet there.',
      });
      const day = localDate('2026-04-16');
      const preview = await session.previewInvoice(customer.customerId, day);
      await session.advanceTo(day);
      const invoice = (await session.invoices(customer.customerId)).find(
        ({ issueDate }) => issueDate === day,
      );
      const amounts = (of: typeof invoice | null) =>
        of?.lines.map(({ period, net }) => `${period?.from} to ${period?.to}: ${net.amountMinor}`).toSorted();
      world.expectThat(invoice !== undefined, 'Found no invoice on the day of the change, expected one.');
      world.expectEqual('lines of the preview and of the invoice', amounts(invoice), amounts(preview));
    },
  );
});
