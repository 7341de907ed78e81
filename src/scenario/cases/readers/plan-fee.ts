import { addDays, type LocalDate } from '../../../model/date.ts';
import type { Decimal } from '../../../model/decimal.ts';
import { later } from '../../../oracle/calendar.ts';
import { fractionOf, total } from '../../../oracle/fraction.ts';
import { type PeriodRule, type ServicePeriod, servicePeriod } from '../../../oracle/periods.ts';
import { plainText } from '../../../oracle/rounding.ts';
import { begins, type CaseReader, type OpenCase } from '../case-reader.ts';
import { type Figure, figureOn, type ProrationQuestion, type RatingQuestion } from '../claim.ts';
import { claimsFor } from '../expectations.ts';
import { decimalOf, type Fields } from '../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../rules.ts';
import { Inexpressible } from '../unreadable.ts';
import { billingField } from './billing-field.ts';
import { intervalOf } from './interval-field.ts';
import { charged, credited, dayFigure, prorationOf } from './proration-figures.ts';

interface PlanFees {
  /** The fee of the period in which service or payment begins, or of the one that the end cuts short. */
  readonly fee: ProrationQuestion | null;
  /** What was paid in advance and not used. */
  readonly credit: ProrationQuestion | null;
  readonly usage: RatingQuestion | null;
}

/** The fee of one plan for a subscription that starts, leaves its trial or ends within a period. */
export const planFeeReader: CaseReader = {
  name: 'fee of a plan',
  fits: (open) =>
    open.given.hasAll('plan', 'subscription') &&
    !open.given.has('threshold') &&
    begins(open, 'bill', 'create', 'start', 'subscribe', 'terminate', 'cancel'),
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, {
      denominator: ['the whole calendar period', 'actual period'],
      prorationUnit: ['day'],
    });
    return claimsFor(open.expect, [{ name: null, value: readFees(open, rules) }], feeFigure);
  },
};

function feeFigure(fees: PlanFees, key: string, expected: string): Figure | null {
  if (fees.fee !== null) {
    if (['fee', 'amount', 'firstFee', 'charge'].includes(key)) return charged(fees.fee);
    const days = dayFigure(fees.fee, key);
    if (days !== null) return days;
  }
  const { credit, usage } = fees;
  if (credit !== null && ['credit', 'creditNoteNet'].includes(key)) return credited(credit, expected);
  if (usage !== null && ['usageInvoice', 'usageFee'].includes(key)) {
    return figureOn(usage, usage.currency, ({ amount }) => amount);
  }
  return null;
}

function readFees(open: OpenCase, rules: Fields): PlanFees {
  const { given } = open;
  const plan = given.object('plan');
  const subscription = given.object('subscription');
  const rule: PeriodRule = {
    start: subscription.day('start'),
    interval: intervalOf(plan.textOr('interval', 'month')),
    billing: billingField(subscription),
  };
  const payableFrom = addDays(rule.start, plan.has('trialDays') ? plan.count('trialDays') : 0);
  const end = endOf(open, rules);
  const timing = plan.textOr('timing', 'advance');
  const period = periodWith(end === null ? payableFrom : addDays(end, -1), rule);
  const from = later(payableFrom, period.from);
  const part = (used: { readonly from: LocalDate; readonly to: LocalDate }): ProrationQuestion =>
    prorationOf(given.text('currency'), plan.decimal('amount'), {
      whole: period.full,
      used,
      dayCount: 'actual',
    });
  const usage = usageOf(open, plan);
  if (end === null) return { fee: part({ from, to: period.to }), credit: null, usage };
  if (timing === 'arrears') return { fee: part({ from, to: end }), credit: null, usage };
  if (timing !== 'advance') throw new Inexpressible(`a plan billed "${timing}"`);
  return { fee: null, credit: part({ from: end, to: period.to }), usage };
}

/** The first day that is not billed any more; null while nothing ends the subscription. */
function endOf(open: OpenCase, rules: Fields): LocalDate | null {
  const step = open.steps.find(({ verb }) => /^(terminate|cancel)/.test(verb));
  const others = open.steps.filter((one) => one !== step && !/^(bill|create|start|subscribe)/.test(one.verb));
  if (others.length > 0) throw new Inexpressible(`the step "${others[0]?.verb}" in the life of one plan`);
  const isLago = open.case.source.repo.startsWith('getlago/');
  const isBilled = rules.has('terminationDayBilled') ? rules.raw('terminationDayBilled') === true : isLago;
  if (step === undefined) return null;
  if (step.at === null) throw new Inexpressible('an end without its day');
  return addDays(step.at, isBilled ? 1 : 0);
}

function periodWith(date: LocalDate, rule: PeriodRule): ServicePeriod {
  if (date < rule.start) throw new Inexpressible('an end before the first day of service');
  for (let index = 0; ; index += 1) {
    const period = servicePeriod(rule, index);
    if (date < period.to) return period;
  }
}

/** Usage of the plan's only charge, summed over all events: the case must keep them within one period. */
function usageOf(open: OpenCase, plan: Fields): RatingQuestion | null {
  const { given } = open;
  if (!given.has('usage') || !plan.has('charges')) return null;
  const [charge, ...others] = plan.objects('charges');
  if (charge === undefined || others.length > 0) throw new Inexpressible('usage of several charges');
  const timing = charge.textOr('timing', 'arrears');
  if (timing !== 'arrears') throw new Inexpressible(`usage billed ${timing}`);
  return {
    kind: 'rating',
    currency: given.text('currency'),
    price: { kind: 'per-unit', unit: charge.decimal('unit') },
    quantity: quantityOf(given.object('usage')),
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
  };
}

function quantityOf(usage: Fields): Decimal {
  if (usage.has('quantity')) return usage.decimal('quantity');
  const events = usage.objects('events');
  const months = new Set(events.map((event) => event.day('at').slice(0, 7)));
  if (months.size > 1) throw new Inexpressible('usage of several months in one fee');
  return plainText(total(events.map((event) => fractionOf(decimalOf(event.raw('value'), event.path)))));
}
