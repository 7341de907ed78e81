import type { LocalDate } from '../../../model/date.ts';
import type { Decimal } from '../../../model/decimal.ts';
import { begins, type CaseReader, type OpenCase } from '../case-reader.ts';
import type { Figure } from '../claim.ts';
import { claimsFor } from '../expectations.ts';
import type { Fields } from '../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../rules.ts';
import { Inexpressible } from '../unreadable.ts';
import {
  charged,
  credited,
  dayCountField,
  dayFigure,
  firstDayOfNew,
  netOf,
  periodField,
  product,
  prorationOf,
  type Stretch,
  shareAsDays,
} from './proration-figures.ts';

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
      prorationUnit: ['day'],
      denominator: ['actual', 'actual period', 'days of the period'],
    });
    const swap: Swap = {
      currency: open.given.text('currency'),
      ...amountsOf(open.given),
      stretch: stretchOf(open, rules),
    };
    return claimsFor(open.expect, [{ name: null, value: swap }], swapFigure);
  },
};

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
  if (given.has('unit') && (given.has('oldQuantity') || given.has('newQuantity'))) {
    const unit = given.decimal('unit');
    const times = (key: string): Decimal | null =>
      given.has(key) ? product(given.decimal(key), unit) : null;
    return { old: times('oldQuantity'), next: times('newQuantity') };
  }
  const first = (...keys: readonly string[]): Decimal | null => {
    const key = keys.find((name) => given.has(name));
    return key === undefined ? null : given.decimal(key);
  };
  const old = first('old', 'oldAmount', 'oldPrice', 'removed');
  const next = first('new', 'newAmount', 'newPrice', 'added', 'amount');
  if (old === null && next === null) throw new Inexpressible('a change without an old or a new amount');
  return { old, next };
}

function stretchOf(open: OpenCase, rules: Fields): Stretch {
  const { given } = open;
  if (given.has('share')) return shareAsDays(given.text('share'), 'given.share');
  const whole = periodField(given.object('period'));
  const changed = changeDateOf(open);
  return {
    whole,
    used: { from: firstDayOfNew(changed, rules), to: whole.to },
    dayCount: dayCountField(rules),
  };
}

function changeDateOf(open: OpenCase): LocalDate {
  const key = ['changeDate', 'date', 'effectiveDate', 'at'].find((name) => open.given.has(name));
  if (key !== undefined) return open.given.day(key);
  const stepped = open.steps.find(({ at }) => at !== null)?.at ?? null;
  if (stepped === null) throw new Inexpressible('a change without its day');
  return stepped;
}
