import type { LocalDate } from '../../../model/date.ts';
import type { Decimal } from '../../../model/decimal.ts';
import { compare, fractionOf } from '../../../oracle/arithmetic/fraction.ts';
import { begins, type CaseReader, type OpenCase } from '../case-reader.ts';
import type { Figure } from '../claim.ts';
import { claimsFor } from '../expectations.ts';
import type { Fields } from '../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../rules.ts';
import { Inexpressible } from '../unreadable.ts';
import {
  charged,
  countsTime,
  credited,
  dayFigure,
  firstDayOfNew,
  netOf,
  periodField,
  product,
  prorationOf,
  type Stretch,
  shareAsDays,
  stretchUnder,
  timeShare,
} from './proration-figures.ts';
import { partClaims, partsOf } from './swapped-parts.ts';

interface Swap {
  readonly currency: string;
  /** What is given back for the rest of the period; null when nothing ends. */
  readonly old: Decimal | null;
  /** What is charged for the rest of the period; null when nothing begins. */
  readonly next: Decimal | null;
  readonly stretch: Stretch;
}

/** Something changes within one period: a credit and a charge for the days that are left, or for a stated share. */
export const planSwapReader: CaseReader = {
  name: 'change within a period',
  fits(open) {
    const { given } = open;
    if (given.has('plan') || given.has('plans') || given.has('subscription')) return false;
    return (given.has('period') || given.has('share')) && begins(open, ...verbs);
  },
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, {
      prorationUnit: ['day', ...timeUnits],
      denominator: ['actual', 'actual period', 'days of the period'],
    });
    const stretch = stretchOf(open, rules);
    const parts = partsOf(open.given, stretch);
    if (parts !== null) return partClaims(open.expect, parts);
    const swap: Swap = { currency: open.given.text('currency'), ...amountsOf(open.given), stretch };
    return claimsFor(open.expect, [{ name: null, value: swap }], swapFigure);
  },
};

const timeUnits = ['second', 'seconds', 'millisecond', 'milliseconds', 'minute', 'hour'];

const verbs = [
  'change',
  'upgrade',
  'downgrade',
  'switch',
  'swap',
  'update',
  'add',
  'remove',
  'prorate',
  'cancel',
];

function swapFigure(swap: Swap, key: string, expected: string): Figure | null {
  const credit = swap.old === null ? null : prorationOf(swap.currency, swap.old, swap.stretch);
  const charge = swap.next === null ? null : prorationOf(swap.currency, swap.next, swap.stretch);
  if (charge !== null && credit !== null && netKeys.includes(key)) return netOf(charge, credit);
  if (credit !== null && creditKeys.includes(key)) return credited(credit, expected);
  if (charge !== null && chargeKeys.includes(key)) return charged(charge);
  const either = charge ?? credit;
  return either === null ? null : dayFigure(either, key);
}

const creditKeys = ['credit', 'removeCredit', 'repair', 'refund'];
const chargeKeys = ['charge', 'addCharge', 'amount', 'fee'];
const netKeys = ['net', 'total', 'netAmount'];

function amountsOf(given: Fields): { readonly old: Decimal | null; readonly next: Decimal | null } {
  const counted = countedAmounts(given);
  if (counted !== null) return counted;
  const first = (...keys: readonly string[]): Decimal | null => {
    const key = keys.find((name) => given.has(name));
    return key === undefined ? null : given.decimal(key);
  };
  const old = first('old', 'oldAmount', 'oldPrice', 'removed');
  const next = first('new', 'newAmount', 'newPrice', 'added', 'amount');
  if (old === null && next === null) throw new Inexpressible('a change without an old or a new amount');
  return { old, next };
}

/** A quantity of units before and after, at one price or at one each. */
function countedAmounts(given: Fields): ReturnType<typeof amountsOf> | null {
  if (!['oldQuantity', 'newQuantity'].some((key) => given.has(key))) return null;
  const amount = (quantity: string, ...units: readonly string[]): Decimal | null => {
    const unit = units.find((name) => given.has(name));
    if (!given.has(quantity) || unit === undefined) return null;
    return product(given.decimal(quantity), given.decimal(unit));
  };
  const before = given.has('oldQuantity') ? 'oldQuantity' : 'quantity';
  const old = amount(before, 'oldUnit', 'oldPrice', 'oldUnitPrice', 'unit', 'price');
  const next = amount('newQuantity', 'newUnit', 'newPrice', 'newUnitPrice', 'unit', 'price');
  return old === null && next === null ? null : { old: limited(given, old), next };
}

/** No more comes back than was paid; where as much was paid as the price, that changes nothing. */
function limited(given: Fields, old: Decimal | null): Decimal | null {
  const key = ['paid', 'originalAmountPaid', 'amountPaid'].find((name) => given.has(name));
  if (key === undefined || old === null) return old;
  if (compare(fractionOf(given.decimal(key)), fractionOf(old)) >= 0) return old;
  throw new Inexpressible('a credit that is limited by what was paid');
}

function stretchOf(open: OpenCase, rules: Fields): Stretch {
  const { given } = open;
  if (given.has('share')) return shareAsDays(given.text('share'), 'given.share');
  if (countsTime(rules)) {
    const period = given.object('period');
    return timeShare(period.text('from'), changeMoment(open), period.text('to'));
  }
  const whole = periodField(given.object('period'));
  const changed = changeDateOf(open);
  return stretchUnder(rules, { whole, used: { from: firstDayOfNew(changed, rules), to: whole.to } });
}

/** The moment of the change, where time is counted and not days. */
function changeMoment({ given, case: { when } }: OpenCase): string {
  const key = ['changeDate', 'date', 'effectiveDate', 'at'].find((name) => given.has(name));
  const moment = key === undefined ? when.find(({ at }) => at !== null)?.at : given.text(key);
  if (moment === undefined || moment === null) throw new Inexpressible('a change without its moment');
  return moment;
}

function changeDateOf(open: OpenCase): LocalDate {
  const key = ['changeDate', 'date', 'effectiveDate', 'at'].find((name) => open.given.has(name));
  if (key !== undefined) return open.given.day(key);
  const stepped = open.steps.find(({ at }) => at !== null)?.at ?? null;
  if (stepped === null) throw new Inexpressible('a change without its day');
  return stepped;
}
