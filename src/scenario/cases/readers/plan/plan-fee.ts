import { addDays, instant, type LocalDate } from '../../../../model/date.ts';
import { later } from '../../../../oracle/time/calendar.ts';
import {
  fullPeriodWith,
  type PeriodRule,
  type ServicePeriod,
  servicePeriod,
} from '../../../../oracle/time/periods.ts';
import { dayInZone } from '../../../../oracle/time/time-zone.ts';
import {
  begins,
  type CaseReader,
  type OpenCase,
  type OpenStep,
  waitsForPeriodEnd,
} from '../../case-reader.ts';
import { type Figure, figureOn, type ProrationQuestion, type RatingQuestion } from '../../claim.ts';
import { dayAfterEnd, namesLastDay } from '../../engine-habits.ts';
import { claimsFor } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { isFrom } from '../../source-engine.ts';
import { Inexpressible } from '../../unreadable.ts';
import { type WorkedDocument, workedFigure } from '../document/worked-document.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { charged, credited, dayFigure, prorationOf } from '../proration/proration-figures.ts';
import { anchorBefore } from '../time/cycle-day.ts';
import { type FirstBill, firstBill, firstBillFigure, tellsBeginning } from './first-bill.ts';
import { noteFigure, planDocuments } from './plan-documents.ts';
import { freeDaysOf, usageOfPlan } from './plan-usage.ts';

interface PlanFees {
  /** The fee of the period in which service or payment begins, or of the one that the end cuts short. */
  readonly fee: ProrationQuestion | null;
  /** What was paid in advance and not used. */
  readonly credit: ProrationQuestion | null;
  readonly usage: RatingQuestion | null;
  /** Of the only bill, where taxes or coupons are stated. */
  readonly invoice: WorkedDocument | null;
  /** For what was paid and not used, where taxes are stated. */
  readonly note: WorkedDocument | null;
  readonly first: FirstBill | null;
  readonly freeDays: number;
  /** Periods are named by their last day, as Lago and FlexPrice do, or by the day after it. */
  readonly namesLastDay: boolean;
}

/** The fee of one plan for a subscription that starts, leaves its trial or ends within a period. */
export const planFeeReader: CaseReader = {
  name: 'fee of a plan',
  readsSteps: true,
  fits: (open) =>
    open.given.hasAll('plan', 'subscription') &&
    !open.given.has('threshold') &&
    begins(open, 'bill', 'create', 'start', 'subscribe', 'terminate', 'cancel'),
  read(open) {
    const rules = rulesOf(open);
    const roundingPoint = roundingPointOf(open, rules);
    acceptRules(rules, {
      denominator: ['the whole calendar period', 'actual period'],
      prorationUnit: ['day'],
    });
    const fees = readFees(open, rules);
    refuseOtherDays(open, fees);
    const documents = planDocuments(open, fees, roundingPoint);
    const first = firstBill(open, fees.firstFee, roundingPoint);
    return claimsFor(open.expect, [{ name: null, value: { ...fees, ...documents, first } }], feeFigure);
  },
};

/** A bill before the fee is due does not hold it; one that is said to be for another period is another question. */
function refuseOtherDays({ steps, given }: OpenCase, { fee }: Pick<PlanFees, 'fee'>): void {
  const days = steps.flatMap(({ verb, at }) => (/^(bill|invoice)/.test(verb) && at !== null ? [at] : []));
  const isEnded = steps.some(({ verb }) => /^(terminate|cancel)/.test(verb));
  if (fee === null || days.length === 0 || isEnded) return;
  const isInAdvance = timingOf(given.object('plan'), 'advance') === 'advance';
  const due = isInAdvance ? fee.used.from : fee.used.to;
  if (!days.some((day) => day >= due))
    throw new Inexpressible(`a bill before ${due}, the day on which the fee is due`);
}

function feeFigure(fees: PlanFees, key: string, expected: string): Figure | null {
  const { credit, usage } = fees;
  const document = documentOfFees(fees, key, expected);
  if (document !== null) return document;
  if (usage !== null && ['usageInvoice', 'usageFee'].includes(key))
    return figureOn(usage, usage.currency, ({ amount }) => amount);
  if (fees.freeDays > 0 && ['invoicesDuringTrial', 'feeDuringTrial'].includes(key)) return trialFigure(fees);
  const own = fees.fee === null ? null : paidFigure(fees.fee, key, fees.namesLastDay);
  if (own !== null) return own;
  if (fees.invoice !== null) return workedFigure(fees.invoice, key, expected);
  return credit === null ? null : unusedFigure(credit, key, expected);
}

/** What stands on the bill of the beginning or on the credit note of the end. */
function documentOfFees({ first, note }: PlanFees, key: string, expected: string): Figure | null {
  const begun = first === null ? null : firstBillFigure(first, key, expected);
  return begun ?? (note === null ? null : noteFigure(note, key, expected));
}

function paidFigure(fee: ProrationQuestion, key: string, namesLastDay: boolean): Figure | null {
  if (['fee', 'amount', 'firstFee', 'charge'].includes(key)) return charged(fee);
  return dayFigure(fee, key) ?? boundFigure(fee, key, namesLastDay);
}

function unusedFigure(credit: ProrationQuestion, key: string, expected: string): Figure | null {
  if (['credit', 'creditNoteNet', 'repair', 'refund'].includes(key)) return credited(credit, expected);
  return unusedKeys.includes(key) ? figureOn(credit, null, ({ days }) => String(days)) : null;
}

const unusedKeys = ['unusedDays', 'creditedDays', 'remainingDays', 'days'];

/** Where the charged days begin and end. */
function boundFigure(fee: ProrationQuestion, key: string, namesLastDay: boolean): Figure | null {
  if (['periodFrom', 'from', 'firstPaidDay', 'paidFrom'].includes(key))
    return figureOn(fee, null, ({ days }) => addDays(fee.used.to, -days));
  if (['periodTo', 'to', 'toInclusive', 'lastPaidDay'].includes(key)) {
    const isLast = key === 'toInclusive' || key === 'lastPaidDay' || namesLastDay;
    return figureOn(fee, null, ({ days }) => addDays(fee.used.from, days - (isLast ? 1 : 0)));
  }
  return null;
}

/** Free days are charged nothing: a share of no days. */
function trialFigure({ fee, credit }: PlanFees): Figure | null {
  const paid = fee ?? credit;
  if (paid === null) return null;
  const free = { ...paid, used: { from: paid.whole.from, to: paid.whole.from } };
  return figureOn(free, null, ({ amount }) => amount);
}

interface ReadFees extends Omit<PlanFees, 'invoice' | 'note' | 'first'> {
  /** Of a plan whose end leaves a credit, and whose beginning is told. */
  readonly firstFee: ProrationQuestion | null;
}

function readFees(open: OpenCase, rules: Fields): ReadFees {
  const { given } = open;
  const plan = given.object('plan');
  const subscription = given.object('subscription');
  const rule: PeriodRule = {
    start: startOf(subscription),
    interval: intervalOf(plan.textOr('interval', 'month')),
    billing: billingField(subscription),
  };
  const freeDays = freeDaysOf(plan);
  const payableFrom = addDays(rule.start, freeDays);
  const stated = endOf(open);
  const timing = timingOf(plan, 'advance');
  const period = periodWith(
    stated === null ? payableFrom : addDays(stated, -1),
    cycleOf(subscription, afterTrial(rule, { open, rules, payableFrom })),
    rule.start,
  );
  const end = stated !== null && open.steps.some(endsLater) ? period.to : stated;
  const from = later(payableFrom, period.from);
  const part = (used: { readonly from: LocalDate; readonly to: LocalDate }): ProrationQuestion =>
    prorationOf(given.text('currency'), plan.decimal('amount'), {
      whole: period.full,
      used,
      dayCount: 'actual',
    });
  const usage = usageOfPlan(given, plan, given.text('currency'));
  const shared = { usage, freeDays, namesLastDay: namesLastDay(open), firstFee: null };
  if (end === null) return { ...shared, fee: part({ from, to: period.to }), credit: null };
  if (timing === 'arrears') return { ...shared, fee: part({ from, to: end }), credit: null };
  const first = servicePeriod(cycleOf(subscription, rule), 0);
  const begun = { from: later(rule.start, first.from), to: first.to };
  const isTold = freeDays === 0 && tellsBeginning(open);
  return {
    ...shared,
    fee: null,
    credit: part({ from: end, to: period.to }),
    firstFee: isTold ? { ...part(begun), whole: first.full } : null,
  };
}

function endsLater(step: OpenStep): boolean {
  return /^(terminate|cancel)/.test(step.verb) && waitsForPeriodEnd(step);
}

/** The first day that is not billed any more; null while nothing ends the subscription. */
function endOf(open: OpenCase): LocalDate | null {
  const [step, second] = open.steps.filter(({ verb }) => /^(terminate|cancel)/.test(verb));
  if (second !== undefined) throw new Inexpressible('a plan that ends twice');
  const others = open.steps.filter((one) => one !== step && !isPlain(one));
  if (others.length > 0) throw new Inexpressible(`the step "${others[0]?.verb}" in the life of one plan`);
  if (step === undefined) return null;
  if (step.at === null) throw new Inexpressible('an end without its day');
  return dayAfterEnd(open, step.at);
}

/** What changes nothing about fees: the beginning, bills, and that the bills are paid. */
function isPlain({ verb }: OpenStep): boolean {
  return /^(bill|create|start|subscribe|pay$|pay (the )?(bill|invoice)|collect$|mark paid)/.test(verb);
}

/** The day on which service begins where the customer is. */
function startOf(subscription: Fields): LocalDate {
  if (!subscription.has('timezone')) return subscription.day('start');
  const stated = subscription.text('start');
  const zone = subscription.text('timezone');
  return /T/.test(stated) ? dayInZone(instant(stated), zone) : subscription.day('start');
}

/**
 * Lago and FlexPrice count periods from the start, so that the first bill after a trial is for a part of one; Stripe, Kill Bill
 * and Chargebee count them from the end of the trial.
 */
function afterTrial(
  rule: PeriodRule,
  of: { readonly open: OpenCase; readonly rules: Fields; readonly payableFrom: LocalDate },
): PeriodRule {
  const { open, rules, payableFrom } = of;
  const isMoot = fullPeriodWith(payableFrom, rule).from === payableFrom;
  if (rule.billing === 'calendar' || isMoot || open.given.object('subscription').has('bcd')) return rule;
  const stated = rules.has('trialPeriods') ? rules.text('trialPeriods') : null;
  if (stated === 'counted-from-start' || (stated === null && isFrom(open, 'getlago', 'flexprice')))
    return rule;
  const isFromEnd = isFrom(open, 'killbill', 'stripe', 'chargebee');
  if (stated === 'counted-from-trial-end' || (stated === null && isFromEnd))
    return { ...rule, start: payableFrom };
  throw new Inexpressible(
    'the policy trialPeriods: rules.trialPeriods must say "counted-from-start" or "counted-from-trial-end"',
  );
}

/** With a bill cycle day of its own, periods are counted from that day and the first one is a part. */
export function cycleOf(subscription: Fields, rule: PeriodRule): PeriodRule {
  if (!subscription.has('bcd')) return rule;
  const bcd = subscription.count('bcd');
  if (rule.interval.unit !== 'month' || rule.billing !== 'anniversary')
    throw new Inexpressible('a bill cycle day of a plan that is not billed by months of its own');
  return { ...rule, start: anchorBefore(rule.start, bcd) };
}

function periodWith(date: LocalDate, rule: PeriodRule, first: LocalDate): ServicePeriod {
  if (date < first) throw new Inexpressible('an end before the first day of service');
  for (let index = 0; ; index += 1) {
    const period = servicePeriod(rule, index);
    if (date < period.to) return period;
  }
}
