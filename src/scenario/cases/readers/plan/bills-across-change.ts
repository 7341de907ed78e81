import type { LocalDate } from '../../../../model/date.ts';
import { type PeriodRule, type ServicePeriod, servicePeriods } from '../../../../oracle/time/periods.ts';
import type { CaseReader, OpenCase, OpenStep } from '../../case-reader.ts';
import { type Claim, figureOn } from '../../claim.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { prorationOf } from '../proration/proration-figures.ts';
import { intervalOfPlan } from './immediate-change.ts';

/** Bills before and after a change that waits for the end of its period: each is for the plan that its period has. */
export const billsAcrossChangeReader: CaseReader = {
  name: 'bills across a change at the end of a period',
  readsSteps: true,
  fits: (open) =>
    open.given.hasAll('plans', 'subscription') &&
    open.steps.filter(isBill).length > 1 &&
    open.steps.filter(isChange).length === 1 &&
    open.steps.every((step) => isBill(step) || isChange(step)) &&
    listKey(open.expect) !== null,
  read(open) {
    roundingPointOf(open, rulesOf(open));
    acceptRules(rulesOf(open), { prorationUnit: ['day'] });
    const key = listKey(open.expect);
    return key === null ? [] : billClaims(open, key);
  },
};

// Only peeks: whether a step is heeded is for the reader that takes the case.
function isBill({ verb }: OpenStep): boolean {
  return /^(bill|invoice|create|start|subscribe)/.test(verb);
}

function isChange({ verb, more }: OpenStep): boolean {
  return verb.startsWith('change plan') && /^period.end$/.test(String(more.peek('effective')));
}

function listKey(expect: Fields): string | null {
  const keys = ['invoices', 'fees', 'totals', 'amounts'];
  return keys.find((key) => Array.isArray(expect.peek(key))) ?? null;
}

function billClaims(open: OpenCase, key: string): readonly Claim[] {
  const bills = open.steps.filter(isBill);
  const figures = open.expect.decimals(key);
  if (figures.length !== bills.length)
    throw new Inexpressible(`${figures.length} figures of ${bills.length} bills: expect.${key}`);
  const currency = open.given.text('currency');
  const planOn = plansInTime(open);
  return bills.map(({ at }, index) => {
    const { amount, period } = planOn(at);
    const { from, to, full } = period;
    const question = prorationOf(currency, amount, { whole: full, used: { from, to }, dayCount: 'actual' });
    return {
      name: `expect.${key}[${index}]`,
      expected: figures[index] ?? '',
      ...figureOn(question, currency, (answer) => answer.amount),
    };
  });
}

function plansInTime(open: OpenCase): (at: LocalDate | null) => {
  readonly amount: string;
  readonly period: ServicePeriod;
} {
  const { given } = open;
  const change = open.steps.find(isChange);
  if (change === undefined || change.at === null) throw new Inexpressible('a change without its day');
  change.more.text('effective');
  const plans = given.object('plans');
  const nextName = change.more.text('plan');
  const [oldName, ...others] = plans.keys.filter((name) => name !== nextName);
  if (oldName === undefined || others.length > 0)
    throw new Inexpressible('a change between more than two plans');
  const [old, next] = [plans.object(oldName), plans.object(nextName)];
  if (timingOf(given, 'advance') !== 'advance')
    throw new Inexpressible('bills across a change of plans that are paid afterwards');
  const rule: PeriodRule = {
    start: given.object('subscription').day('start'),
    interval: intervalOfPlan(old, oldName, given),
    billing: billingField(given.object('subscription')),
  };
  const isSame = JSON.stringify(intervalOfPlan(next, nextName, given)) === JSON.stringify(rule.interval);
  if (!isSame) throw new Inexpressible('bills across a change into a plan of another interval');
  const amounts = { old: old.decimal('amount'), next: next.decimal('amount') };
  const periods = servicePeriods(rule, 120);
  const changeOn = change.at;
  const running = periods.find(({ from, to }) => from <= changeOn && changeOn < to);
  if (running === undefined) throw new Inexpressible('a change before the first day of service');
  return (at) => {
    const period = periods.find(({ from }) => from === at);
    if (period === undefined)
      throw new Inexpressible(`a bill on ${at ?? 'no day'}, on which no period begins`);
    return { period, amount: period.from >= running.to ? amounts.next : amounts.old };
  };
}
