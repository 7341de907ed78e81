import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { displayMoney, sumMoney } from '../../model/money.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import type { MeteredUsage } from '../../oracle/subscription/billing-history.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import { showDate } from '../language/date-text.ts';
import { showQuantity } from '../language/price-text.ts';
import { type Said, step, unsaid } from '../said.ts';
import type { CustomerHistory } from './customer-history.ts';
import { sentencesOfCoupon } from './sentences-of-coupon.ts';
import { type SaidAct, sentencesOfLife } from './sentences-of-life.ts';
import { sentencesOfPlan } from './sentences-of-plan.ts';

/**
 * One customer's history as a scenario in our own steps, with what the oracle expects in all. What they have no words for
 * stands above it as a comment: then the scenario tells a part of the story only.
 */
export function historyAsGherkin(history: CustomerHistory, profile: PolicyProfile): string {
  const { billing, name } = history;
  const given = [...plansOf(history), ...taxesOf(history), ...customerOf(history), ...couponsOf(history)];
  const acts = actsOf(history);
  const all = [...given, ...acts.map(({ said }) => said)];
  const missing = [...new Set(all.flatMap((said) => said.unsaid))];
  const steps = [
    ...prefixed('Given', [...given.flatMap((said) => said.steps), ...inOrder(acts)]),
    `When the clock moves to ${showDate(billing.until)}`,
    ...observationsOf(history, profile),
  ];
  return [
    ...missing.map((what) => `    # Our steps cannot say: ${what}.`),
    `    Scenario: ${name}`,
    ...steps.flatMap((text) => text.split('\n')).map((line) => `      ${line}`),
  ].join('\n');
}

/** Each invoice by its day and total: a bill that comes on another day is wrong, too. */
function observationsOf({ billing, name }: CustomerHistory, profile: PolicyProfile): readonly string[] {
  const invoices = expectedInvoices(billing, profile);
  const total = sumMoney(
    invoices.map((invoice) => invoice.total),
    billing.currency,
  );
  const each = invoices.flatMap((invoice, index) => {
    const which = `the ${ordinal(index + 1)} invoice of "${name}"`;
    return [
      `${which} is dated ${showDate(invoice.issueDate)}`,
      `${which} totals ${displayMoney(invoice.total)}`,
    ];
  });
  return [
    `Then the invoices of "${name}" total ${displayMoney(total)}`,
    ...each.map((text) => `And ${text}`),
  ];
}

function ordinal(place: number): string {
  const word = ['first', 'second', 'third', 'fourth', 'fifth'][place - 1];
  if (word !== undefined) return word;
  const ending = Math.floor(place / 10) % 10 === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

function prefixed(keyword: string, steps: readonly string[]): readonly string[] {
  return steps.map((text, index) => `${index === 0 ? keyword : 'And'} ${text}`);
}

function plansOf({ billing }: CustomerHistory): readonly Said[] {
  const used = billing.subscriptions.flatMap(({ plan, changes, undone = [] }) => [
    plan,
    ...changes.map((move) => move.plan),
    ...undone.flatMap((move) => (move.kind === 'change' ? [move.plan] : [])),
  ]);
  return [...new Set(used)].map((plan) =>
    sentencesOfPlan(
      billing.plans.filter((version) => version.plan === plan),
      billing.currency,
    ),
  );
}

function taxesOf({ billing, country }: CustomerHistory): readonly Said[] {
  const special = billing.tax === undefined ? [] : [unsaid('the tax status and place of the customer')];
  const rates = billing.taxRates.map(({ from, ratePercent, region, category }) =>
    (region ?? category ?? null) === null
      ? step(`the tax rate in ${country} is ${ratePercent}% from ${showDate(from)}`)
      : unsaid(`the tax rate of ${region ?? ''} ${category ?? ''}`),
  );
  return [...rates, ...special];
}

function customerOf({ name, country, billing }: CustomerHistory): readonly Said[] {
  return [
    step(`a customer "${name}" in ${country} paying in ${billing.currency}`),
    step(`"${name}" keeps the time of "${billing.timeZone}"`),
  ];
}

function couponsOf({ billing }: CustomerHistory): readonly Said[] {
  return [
    ...billing.discounts.map(({ percent }, index) =>
      step(`the coupon "D${index + 1}" gives ${percent}% off`),
    ),
    ...(billing.coupons ?? []).map(sentencesOfCoupon),
  ];
}

function actsOf(history: CustomerHistory): readonly SaidAct[] {
  const { billing, name } = history;
  const redemptions = billing.discounts.map(({ from }, index): SaidAct => {
    const said = step(`"${name}" redeems "D${index + 1}" on ${showDate(from)}`);
    return { on: from, rank: 0, said, isDated: true };
  });
  const coupons = (billing.coupons ?? []).map(({ coupon, redeemedOn: on }): SaidAct => {
    const said = step(`"${name}" redeems "${coupon.code}" on ${showDate(on)}`);
    return { on, rank: 0, said, isDated: true };
  });
  const acts = [
    ...redemptions,
    ...coupons,
    ...billing.subscriptions.flatMap((subscription) => sentencesOfLife(history, subscription)),
    ...firstTold(billing.usage).map((reading) => useOf(reading, history)),
  ];
  return acts.toSorted((a, b) => a.on.localeCompare(b.on) || a.rank - b.rank);
}

function useOf(reading: MeteredUsage, { name, billing }: CustomerHistory): SaidAct {
  const { at, arrived, quantity, meter, subscription } = reading;
  const day = dayInZone(at, billing.timeZone);
  const said = step(`"${name}" uses ${showQuantity(quantity)} of "${meter}" at ${at}`);
  const missing = [
    ...(subscription === undefined ? [] : [`usage of "${meter}" for one subscription`]),
    ...(billing.usage.some((other) => other !== reading && other.id === reading.id)
      ? [`that the same usage of "${meter}" was told twice`]
      : []),
  ];
  return { on: arrived ?? day, rank: 3, said: { ...said, unsaid: missing }, isDated: false };
}

function firstTold(usage: readonly MeteredUsage[]): readonly MeteredUsage[] {
  return [...new Map(usage.toReversed().map((reading) => [reading.id, reading])).values()].toReversed();
}

/** A sentence without a day of its own is led to it by "today is". */
function inOrder(acts: readonly SaidAct[]): readonly string[] {
  let today = '';
  return acts.flatMap(({ on, said, isDated }) => {
    const move = isDated || on === today ? [] : [`today is ${showDate(on)}`];
    today = on;
    return [...move, ...said.steps];
  });
}
