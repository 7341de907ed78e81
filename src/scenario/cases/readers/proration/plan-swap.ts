import type { LocalDate } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { fractionOf, minus } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { claimsFor } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import {
  countsTime,
  firstDayOfNew,
  periodField,
  product,
  type Stretch,
  shareAsDays,
  stretchUnder,
  timeShare,
} from './proration-figures.ts';
import { type Swap, swapFigure } from './swap-figures.ts';
import { partClaims, partsOf } from './swapped-parts.ts';

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
    const amounts = amountsOf(open);
    const limit = limitOf(open.given, amounts.old);
    const givesBack = creditsUnusedDays(rules);
    const swap: Swap = { currency: open.given.text('currency'), ...amounts, stretch, limit, givesBack };
    // Beside a repair, credit is what the repair leaves when the new charge is paid.
    const isSurplus = open.expect.has('repair');
    return claimsFor(open.expect, [{ name: null, value: swap }], (asked, key, expected) =>
      swapFigure(asked, isSurplus && key === 'credit' ? 'surplus' : key, expected),
    );
  },
};

/** Some systems charge for what is new, and give nothing back for what ends. */
function creditsUnusedDays(rules: Fields): boolean {
  const key = ['prorationCredit', 'credit'].find((name) => rules.has(name));
  if (key === undefined) return true;
  const stated = rules.text(key).toLowerCase().replaceAll(/[\s_]/g, '-');
  if (['none', 'no', 'never'].includes(stated)) return false;
  if (['line-on-next-invoice', 'credit-note', 'prorated'].includes(stated)) return true;
  throw new Inexpressible(`the policy setting prorationCredit "${stated}"`);
}

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

function amountsOf({ given, steps }: OpenCase): {
  readonly old: Decimal | null;
  readonly next: Decimal | null;
} {
  const counted = countedAmounts(given);
  if (counted !== null) return counted;
  const first = (...keys: readonly string[]): Decimal | null => {
    const key = keys.find((name) => given.has(name));
    return key === undefined ? null : given.decimal(key);
  };
  const isPlain = ['new', 'newAmount', 'newPrice'].some((key) => given.has(key));
  // What ends was paid; of anything else a bare amount is what comes.
  const isEnd = steps.some(({ verb }) => /^(cancel|remove)/.test(verb));
  const old = first('old', 'oldAmount', 'oldPrice', 'removed', ...(isPlain || isEnd ? ['amount'] : []));
  const next = first('new', 'newAmount', 'newPrice', 'added', ...(old === null ? ['amount'] : []));
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
  return old === null && next === null ? null : { old, next };
}

/** No more comes back than was paid and not yet given back; null where the case states neither. */
function limitOf(given: Fields, old: Decimal | null): Decimal | null {
  const paidKey = ['paid', 'originalAmountPaid', 'amountPaid'].find((name) => given.has(name));
  const backKey = ['adjusted', 'alreadyCredited', 'previousCredits'].find((name) => given.has(name));
  const paid = paidKey === undefined ? old : given.decimal(paidKey);
  if (paid === null || (paidKey === undefined && backKey === undefined)) return null;
  const back = backKey === undefined ? '0' : given.decimal(backKey);
  return plainText(minus(fractionOf(paid), fractionOf(back)));
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
