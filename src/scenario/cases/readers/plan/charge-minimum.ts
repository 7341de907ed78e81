import type { Calculation, CalculationAnswer } from '../../../../model/billing/calculation.ts';
import { addDays, type LocalDate, type Period } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { fractionOf, minus, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { later } from '../../../../oracle/time/calendar.ts';
import { fullPeriodWith, type PeriodRule, servicePeriod } from '../../../../oracle/time/periods.ts';
import { acceptSteps, type CaseReader, type OpenCase, waitsForPeriodEnd } from '../../case-reader.ts';
import {
  type DocumentQuestion,
  type Figure,
  figureOn,
  figureOnAll,
  type ProrationQuestion,
  type RatingQuestion,
} from '../../claim.ts';
import { dayAfterEnd } from '../../engine-habits.ts';
import { claimsFor } from '../../expectations.ts';
import { type Fields, isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { afterGroups, chargeGroups, type PricedGroup, sumOfGroups } from './charge-groups.ts';

/** A plan that ends within a period: what the usage of the part costs, what its minimum adds, and what goes back. */
interface LastBill {
  /** Of usage that is told by groups; empty where it is not. */
  readonly groups: readonly PricedGroup[];
  readonly firstFee: ProrationQuestion;
  readonly firstInvoice: DocumentQuestion;
  readonly usage: RatingQuestion;
  readonly lastInvoice: DocumentQuestion;
  readonly unused: ProrationQuestion;
  readonly creditNote: DocumentQuestion;
}

/** The minimum of a charge in a period that is served in part, with its tax, beside the credit for prepaid days. */
export const chargeMinimumReader: CaseReader = {
  name: 'minimum of a charge',
  readsSteps: true,
  fits: (open) => open.given.hasAll('plan', 'subscription', 'usage') && hasMinimum(open.given.peek('plan')),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    acceptSteps(open, 'create', 'start', 'subscribe', 'bill', 'invoice', 'terminate', 'cancel');
    return claimsFor(open.expect, [{ name: null, value: readBill(open) }], (bill, key) => {
      const figure = figureOf(bill, key);
      return figure === null ? null : afterGroups(bill.groups, figure);
    });
  },
};

function hasMinimum(plan: unknown): boolean {
  if (!isObject(plan) || !Array.isArray(plan['charges'])) return false;
  return plan['charges'].some((charge: unknown) => isObject(charge) && Object.hasOwn(charge, 'minimum'));
}

function figureOf(bill: LastBill, key: string): Figure | null {
  const { currency } = bill.usage;
  const { usage, lastInvoice, creditNote } = bill;
  switch (key) {
    case 'firstInvoiceTotal':
      return checkedDocument(bill.firstFee, bill.firstInvoice);
    case 'usageFee':
      return figureOn(usage, currency, ({ amount, trueUp }) => difference(amount, trueUp));
    case 'trueUp':
      return figureOn(usage, currency, ({ trueUp }) => trueUp);
    case 'usageTax':
      // Each group is a line with a tax of its own.
      if (bill.groups.length > 0) return null;
      return figureOn(lastInvoice, currency, ({ lines }) => lines[0]?.tax ?? null);
    case 'trueUpTax':
      return figureOn(lastInvoice, currency, ({ lines }) => lines.at(-1)?.tax ?? null);
    case 'fees':
      return figureOn(usage, currency, ({ amount }) => amount);
    case 'taxes':
      return figureOn(lastInvoice, currency, ({ tax }) => tax);
    case 'creditNoteNet':
      return figureOn(bill.unused, currency, ({ amount }) => amount);
    case 'creditNoteTax':
      return figureOn(creditNote, currency, ({ tax }) => tax);
    case 'creditNote':
      return checkedDocument(bill.unused, creditNote);
    case 'dueAfterCredit':
      return figureOnAll([lastInvoice, creditNote], currency, ([invoice, note]) =>
        invoice === undefined || note === undefined ? null : difference(invoice.total, note.total),
      );
    default:
      return null;
  }
}

/** The total of a document whose only line is the share; a share that is not the line's is what is shown. */
function checkedDocument(share: ProrationQuestion, document: DocumentQuestion): Figure {
  const questions: readonly Calculation[] = [share, document];
  return {
    currency: share.currency,
    questions,
    actual: ([found, whole]: readonly CalculationAnswer[]) => {
      if (found?.kind !== 'proration' || whole?.kind !== 'document') return null;
      return difference(found.amount, document.lines[0]?.net ?? '0') === '0' ? whole.total : found.amount;
    },
  };
}

function readBill(open: OpenCase): LastBill {
  const { given } = open;
  const plan = given.object('plan');
  const subscription = given.object('subscription');
  const currency = given.text('currency');
  if (timingOf(plan, 'advance') !== 'advance') throw new Inexpressible('a minimum beside a fee in arrears');
  const rule: PeriodRule = {
    start: subscription.day('start'),
    interval: intervalOf(plan.textOr('interval', 'month')),
    billing: billingField(subscription),
  };
  const end = endOf(open);
  const whole = fullPeriodWith(addDays(end, -1), rule);
  const share = (used: Period, of: Period): ProrationQuestion => ({
    kind: 'proration',
    currency,
    amount: plan.decimal('amount'),
    whole: of,
    used,
    dayCount: 'actual',
  });
  const first = servicePeriod(rule, 0);
  const firstFee = share({ from: first.from, to: first.to }, first.full);
  const unused = share({ from: end, to: whole.to }, whole);
  const { usage, groups } = usageOf(open, { whole, used: { from: later(whole.from, first.from), to: end } });
  const taxed = taxedDocument(given, currency);
  const nets = usageNets(usage);
  return {
    groups,
    firstFee,
    firstInvoice: taxed([amountOf(firstFee)]),
    usage,
    lastInvoice: taxed([...groups.map(({ amount }) => amount), ...nets.slice(groups.length > 0 ? 1 : 0)]),
    unused,
    creditNote: taxed([amountOf(unused)]),
  };
}

function usageOf(
  open: OpenCase,
  part: { readonly whole: Period; readonly used: Period },
): Pick<LastBill, 'usage' | 'groups'> {
  const [charge, ...others] = open.given.object('plan').objects('charges');
  if (charge === undefined || others.length > 0) throw new Inexpressible('minimums of several charges');
  const currency = open.given.text('currency');
  const usage = open.given.object('usage');
  const groups = chargeGroups(currency, charge, usage);
  const priced =
    groups.length > 0
      ? sumOfGroups(groups)
      : {
          price: { kind: 'per-unit', unit: charge.decimal('unit') } as const,
          quantity: usage.decimal('quantity'),
        };
  const question: RatingQuestion = {
    kind: 'rating',
    currency,
    ...priced,
    alreadyBilled: '0',
    runningTotals: [],
    minimum: charge.decimal('minimum'),
    maximum: null,
    commitmentPeriod: { ...part, dayCount: 'actual' },
  };
  return { usage: question, groups };
}

/** Where service is billed up to: its end, else the last bill. Lago bills the day of termination. */
function endOf(open: OpenCase): LocalDate {
  const [step, ...others] = open.steps.filter(({ verb }) => /^(terminate|cancel)/.test(verb));
  if (others.length > 0 || (step !== undefined && waitsForPeriodEnd(step)))
    throw new Inexpressible('a minimum of a plan that does not end once and at once');
  const last = open.steps.findLast(({ verb }) => verb.startsWith('bill'));
  if (step === undefined && last?.at != null) return last.at;
  if (step?.at == null) throw new Inexpressible('a minimum without a bill or an end of service');
  return dayAfterEnd(open, step.at);
}

function taxedDocument(given: Fields, currency: string): (nets: readonly Decimal[]) => DocumentQuestion {
  const rates = given.has('taxes')
    ? given.objects('taxes').map((tax) => fractionOf(tax.decimal('ratePercent')))
    : [];
  const taxPercent = plainText(total(rates));
  return (nets) => ({
    kind: 'document',
    currency,
    lines: nets.map((net) => ({ net, taxPercent })),
    discounts: [],
    roundingPoint: 'line',
  });
}

/** Taxes are asked for on the right net amounts, so that a wrong net is told apart from a wrong tax. */
function amountOf(question: ProrationQuestion): Decimal {
  const right = answer(question, referenceProfile).answer;
  return right.kind === 'proration' ? right.amount : '0';
}

function usageNets(question: RatingQuestion): readonly Decimal[] {
  const right = answer(question, referenceProfile).answer;
  return right.kind === 'rating' ? [difference(right.amount, right.trueUp), right.trueUp] : [];
}

function difference(left: Decimal, right: Decimal): Decimal {
  return plainText(minus(fractionOf(left), fractionOf(right)));
}
