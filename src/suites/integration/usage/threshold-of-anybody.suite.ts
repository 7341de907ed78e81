import { describe } from 'vitest';
import type { PriceModel } from '../../../model/billing/price.ts';
import type { NewSubscription } from '../../../model/billing/subscription.ts';
import { instant, localDate } from '../../../model/date.ts';
import { moneyAmount, parseMoney } from '../../../model/money.ts';
import { dayInZone } from '../../../oracle/time/time-zone.ts';
import { castMember } from '../../../scenario/cast.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.per-unit', 'usage', 'usage.thresholds'] as const;
const unit = (price: string): PriceModel => ({ kind: 'per-unit', unit: price });

interface Case {
  readonly title: string;
  readonly more?: CheckOptions['needs'];
  readonly customer: string;
  readonly currency: string;
  readonly fee: string;
  readonly price: string;
  readonly thresholds: readonly string[];
  readonly start: string;
  readonly order?: Partial<NewSubscription>;
  /** Moment and quantity, and all that is invoiced by then. */
  readonly used: readonly (readonly [at: string, quantity: string, nets: readonly string[]])[];
  readonly last: readonly [day: string, nets: readonly string[]];
}

const cases: readonly Case[] = [
  {
    title: 'in yen',
    customer: 'Sakura',
    currency: 'JPY',
    fee: '1000',
    price: '2',
    thresholds: ['31', '60'],
    start: '2026-01-01',
    used: [
      ['2026-01-03T02:00:00Z', '15', ['1000']],
      ['2026-01-04T02:00:00Z', '1', ['1000', '32']],
      ['2026-01-05T02:00:00Z', '20', ['1000', '32', '40']],
    ],
    last: ['2026-02-01', ['1000', '32', '40', '1000']],
  },
  {
    title: 'in dinars, to the fil',
    customer: 'Dhow',
    currency: 'KWD',
    fee: '10.000',
    price: '0.005',
    thresholds: ['0.035'],
    start: '2026-01-01',
    used: [
      ['2026-01-03T10:00:00Z', '6', ['10.000']],
      ['2026-01-04T10:00:00Z', '1', ['10.000', '0.035']],
      ['2026-01-05T10:00:00Z', '3', ['10.000', '0.035']],
    ],
    last: ['2026-02-01', ['10.000', '0.035', '10.015']],
  },
  {
    title: 'by the price that was agreed',
    more: ['subscription.negotiated'],
    customer: 'Acme',
    currency: 'EUR',
    fee: '10.00',
    price: '2.00',
    thresholds: ['30.00'],
    start: '2026-01-01',
    order: { negotiated: [{ charge: 'calls-usage', price: unit('1.00') }] },
    used: [
      ['2026-01-03T10:00:00Z', '20', ['10.00']],
      ['2026-01-04T10:00:00Z', '9.99', ['10.00']],
      ['2026-01-05T10:00:00Z', '0.01', ['10.00', '30.00']],
    ],
    last: ['2026-02-01', ['10.00', '30.00', '10.00']],
  },
  {
    title: 'in the evening of his last day, which is the next one in Greenwich',
    customer: 'Globex',
    currency: 'USD',
    fee: '10.00',
    price: '2.00',
    thresholds: ['30.00'],
    start: '2026-01-10',
    used: [['2026-02-10T04:00:00Z', '15', ['10.00', '30.00']]],
    last: ['2026-02-10', ['10.00', '30.00', '10.00']],
  },
  {
    title: 'in a period by the calendar that is cut, of several seats',
    more: ['subscription.calendar', 'subscription.quantity'],
    customer: 'Acme',
    currency: 'EUR',
    fee: '31.00',
    price: '2.00',
    thresholds: ['30.00', '45.00'],
    start: '2026-01-17',
    order: { billing: 'calendar', quantity: '5' },
    used: [
      ['2026-01-18T10:00:00Z', '14', ['15.00']],
      ['2026-01-20T10:00:00Z', '4', ['15.00', '36.00']],
    ],
    last: ['2026-02-01', ['15.00', '36.00', '31.00']],
  },
  {
    title: 'in a trial, which does not free what is used',
    more: ['subscription.trial'],
    customer: 'Acme',
    currency: 'EUR',
    fee: '31.00',
    price: '2.00',
    thresholds: ['30.00'],
    start: '2026-01-01',
    order: { trialDays: 60 },
    used: [
      ['2026-01-18T10:00:00Z', '14', []],
      ['2026-01-20T10:00:00Z', '4', ['36.00']],
    ],
    last: ['2026-01-25', ['36.00']],
  },
];

async function served(world: World, terms: Case): Promise<OpenContract> {
  const { customer, currency, price, thresholds, order = {} } = terms;
  const plan = monthlyPlan('metered', [fee(terms.fee), metered('calls', unit(price))], { currency });
  const contract = await openContract(world, { customer, plan, start: localDate(terms.start), order });
  await contract.session.setThresholds(
    contract.subscription.id,
    thresholds.map((amount) => parseMoney(amount, currency)),
  );
  return contract;
}

async function nets({ session, customerId }: OpenContract): Promise<readonly string[]> {
  return (await session.invoices(customerId)).map(({ subtotal }) => moneyAmount(subtotal));
}

/** On the customer's own day. */
async function use(
  world: World,
  contract: OpenContract,
  of: { readonly at: string; readonly quantity: string; readonly customer: string },
): Promise<void> {
  const { session, customerId } = contract;
  const at = instant(of.at);
  const day = dayInZone(at, castMember(of.customer)?.timeZone ?? 'UTC');
  if ((await session.today()) < day) await session.advanceTo(day);
  await session.sendUsage([
    { id: `${world.checkId}-${at}`, customerId, meter: 'calls', quantity: of.quantity, at },
  ]);
}

describe('Usage that reaches a threshold is invoiced at once to a customer who pays', () => {
  for (const terms of cases)
    check(
      terms.title,
      { topic: 'usage', needs: [...needs, ...(terms.more ?? [])], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const contract = await served(world, terms);
        for (const [at, quantity, expected] of terms.used) {
          await use(world, contract, { at, quantity, customer: terms.customer });
          world.expectEqual(`invoices after ${quantity} calls at ${at}`, expected, await nets(contract));
        }
        const [day, expected] = terms.last;
        await contract.session.advanceTo(localDate(day));
        world.expectEqual(`invoices on ${day}`, expected, await nets(contract));
      },
    );
});
