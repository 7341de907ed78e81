import type { PriceModel } from '../../../../model/billing/price.ts';
import { compareDecimals, type Decimal } from '../../../../model/decimal.ts';
import { fractionOf, isZero, minus, plus, smaller, zero } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Claim, figureOn, figureOnAll, type RatingQuestion } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, assumedHabits, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';
import { aggregationOf } from '../fields/aggregation-field.ts';
import { priceOf } from '../fields/price-rules.ts';
import { readUsages, type Usage } from '../fields/usage-field.ts';
import { discountedRating } from './discounted-rating.ts';
import { flatPartClaims, isPartOfFlat, partOf } from './flat-part.ts';
import { perTransactionClaims, readsPerTransaction } from './per-transaction.ts';
import { ratingFigure } from './rating-figures.ts';
import { zeroUsageClaims } from './zero-usage.ts';

/** What a quantity costs: one price, one or several quantities, perhaps a minimum or maximum. */
export const ratingReader: CaseReader = {
  name: 'rating',
  stepsStandAlone: true,
  fits: (open) =>
    (begins(open, 'rate', 'price', 'compute', 'calculate') || isPlainBill(open)) &&
    open.given.has('price') &&
    (open.given.has('usage') || open.given.has('quantity')) &&
    !open.given.has('plan'),
  read(open) {
    const rules = rulesOf(open);
    const isExact = roundingPointOf(open, rules) === 'none';
    acceptRules(rules, { upperBound: ['inclusive'], tierBound: ['inclusive'] });
    assumedHabits(open);
    const aggregation = aggregationOf(open);
    // What a bucket came to is stated; how it came to it is not asked.
    const isCounted = open.given.has('usage') && open.given.object('usage').has('buckets');
    if (aggregation !== 'sum' && !isCounted)
      throw new Inexpressible(`the aggregation of metered events (${aggregation})`);
    if (readsPerTransaction(open)) return perTransactionClaims(open);
    if (isPartOfFlat(open)) return flatPartClaims(open);
    if (rules.has('zeroUsage')) return zeroUsageClaims(open, rules.text('zeroUsage'));
    const scenarios = questionsOf(open);
    const discounted = discountedRating(open);
    return [
      ...(isCounted ? sumClaims(open, scenarios) : []),
      ...earlierAmountClaims(open, scenarios, discounted),
      ...claimsFor(open.expect, scenarios, (question, key, expected) => {
        if (discounted !== null) return discounted(question, key);
        return ratingFigure(question, isExact && key === 'amount' ? 'amountUnrounded' : key, expected);
      }),
    ];
  },
};

/** A bill without a day of nothing but the price and its usage, of which only the price is asked. */
function isPlainBill(open: OpenCase): boolean {
  const [step, ...others] = open.steps;
  return (
    begins(open, 'bill', 'invoice') &&
    step?.at === null &&
    others.length === 0 &&
    open.given.keys.every((key) => ['currency', 'price', 'usage', 'quantity', 'rules'].includes(key)) &&
    ['amount', 'amounts'].some((key) => open.expect.has(key))
  );
}

/** All buckets together, each priced by itself. */
function sumClaims({ expect }: OpenCase, scenarios: readonly Scenario<RatingQuestion>[]): readonly Claim[] {
  const questions = scenarios.map(({ value }) => value);
  return ['total', 'sum', 'amount'].flatMap((key) => {
    if (typeof expect.peek(key) !== 'string') return [];
    const figure = figureOnAll(questions, questions[0]?.currency ?? null, (answers) =>
      plainText(answers.map(({ amount }) => fractionOf(amount)).reduce(plus, zero)),
    );
    return [{ name: `expect.${key}`, expected: expect.decimal(key), ...figure }];
  });
}

/** One question for each quantity or commitment that the case states. */
export function questionsOf(open: OpenCase): readonly Scenario<RatingQuestion>[] {
  const fields = open.given.object('price');
  const price = flatOrEach(open, priceOf(open, fields));
  const currency = open.given.text('currency');
  const bounds = boundsOf(open, fields);
  const free = price.kind === 'package' ? null : freeUnitsOf(open.given, fields);
  const stated = readUsages(open);
  if (fields.has('divideBy')) refuseOtherUnits(stated, free);
  const usages = stated.map((usage) => (free === null ? usage : beyond(free, usage)));
  if (usages.length > 1 && bounds.length > 1 && usages.length !== bounds.length) {
    throw new NotUnderstood(
      `given: found ${usages.length} quantities and ${bounds.length} commitments, expected one list or equal ones`,
    );
  }
  const count = Math.max(usages.length, bounds.length);
  return Array.from({ length: count }, (_, index) => {
    const usage = at(usages, index);
    if (price.kind === 'percentage') refuseUnknownEvents(price, usage);
    const { quantity, alreadyBilled } = usage;
    const runningTotals = price.kind === 'percentage' ? usage.runningTotals : [];
    const reached = plainText(plus(fractionOf(alreadyBilled), fractionOf(quantity)));
    const base = {
      currency,
      price: withoutEnd(price, reached),
      quantity,
      alreadyBilled,
      runningTotals,
    };
    return { name: null, value: { kind: 'rating', ...base, ...at(bounds, index) } };
  });
}

/** The last tier has a bound in some files: as long as it is not passed it changes nothing, and what is beyond it has no price. */
function withoutEnd(price: PriceModel, reached: Decimal): PriceModel {
  if (!('tiers' in price)) return price;
  const last = price.tiers.at(-1);
  if (last === undefined || last.upTo === null) return price;
  if (compareDecimals(reached, last.upTo) > 0)
    throw new NotUnderstood(
      `given: found ${reached} units, expected at most ${last.upTo}, where the last tier ends`,
    );
  return { ...price, tiers: [...price.tiers.slice(0, -1), { ...last, upTo: null }] };
}

/**
 * Engines differ on a flat price for several things that were bought: Chargebee charges it once, Kill Bill for each. Metered
 * usage never multiplies it.
 */
function flatOrEach(open: OpenCase, price: PriceModel): PriceModel {
  if (price.kind !== 'flat') return price;
  const rules = rulesOf(open);
  const stated = rules.has('flatPrice') ? rules.text('flatPrice') : null;
  if (stated === 'per unit') return { kind: 'per-unit', unit: price.amount };
  const isClear =
    stated === 'once' ||
    (stated === null && (open.given.has('usage') || open.given.peek('quantity') === '1'));
  if (isClear) return price;
  throw new Inexpressible(
    'the policy of a flat price for several units: rules.flatPrice must say "once" or "per unit"',
  );
}

/** Units that cost nothing, stated beside the price or in it. */
function freeUnitsOf(given: Fields, price: Fields): Decimal | null {
  const keys = ['freeUnits', 'included', 'includedUnits', 'allowance'];
  for (const fields of [price, given]) {
    const key = keys.find((name) => fields.has(name));
    if (key !== undefined) return fields.decimal(key);
  }
  return null;
}

/** Engines differ on whether each part of a period is divided and rounded by itself, and on which units are free. */
function refuseOtherUnits(usages: readonly Usage[], free: Decimal | null): void {
  if (free !== null)
    throw new Inexpressible('the policy of free units of usage that is divided: before or after');
  if (usages.some(({ alreadyBilled }) => !isZero(fractionOf(alreadyBilled))))
    throw new Inexpressible('the policy of how usage that is divided is rounded in a split period');
}

/** What is free is used up by what was used first. */
function beyond(free: Decimal, usage: Usage): Usage {
  const [earlier, now] = [fractionOf(usage.alreadyBilled), fractionOf(usage.quantity)];
  const freeBefore = smaller(fractionOf(free), earlier);
  const freeNow = smaller(minus(fractionOf(free), freeBefore), now);
  return {
    ...usage,
    alreadyBilled: plainText(minus(earlier, freeBefore)),
    quantity: plainText(minus(now, freeNow)),
  };
}

interface Bounds {
  readonly minimum: Decimal | null;
  readonly maximum: Decimal | null;
}

/** `commitment` holds a minimum or a maximum; `commitments` is a list of minimums to try one after the other. */
function boundsOf(open: OpenCase, price: Fields): readonly Bounds[] {
  const { given } = open;
  if (given.has('commitments')) {
    return given.decimals('commitments').map((minimum) => ({ minimum, maximum: null }));
  }
  const stated = holderOfBounds(given, price);
  const minimum = stated.decimalOr('minimum', null);
  return [{ minimum: endsPeriod(open) ? minimum : null, maximum: stated.decimalOr('maximum', null) }];
}

function holderOfBounds(given: Fields, price: Fields): Fields {
  if (given.has('commitment')) return given.object('commitment');
  return price.has('minimum') || price.has('maximum') ? price : given;
}

/** A minimum is owed once the period is over; a part that is not its last owes nothing of it. */
function endsPeriod(open: OpenCase): boolean {
  const part = partOf(open);
  return part !== 'first' && part !== 'middle';
}

/** An earlier part has its amount stated only when it is right; a case whose earlier bill was wrong asks something else. */
function earlierAmountClaims(
  open: OpenCase,
  scenarios: readonly Scenario<RatingQuestion>[],
  discounted: ReturnType<typeof discountedRating>,
): readonly Claim[] {
  const stated = readUsages(open)[0]?.alreadyBilledAmount ?? null;
  const question = scenarios[0]?.value;
  if (stated === null || question === undefined) return [];
  const earlier = { ...question, quantity: question.alreadyBilled, alreadyBilled: '0', minimum: null };
  const name = { name: 'given.usage.alreadyBilledAmount', expected: stated };
  const full = figureOn(earlier, question.currency, ({ amount }) => amount);
  return [{ ...name, ...(discounted?.(earlier, 'amount') ?? full) }];
}

function refuseUnknownEvents(
  price: { readonly freeEvents: number | null; readonly freeVolume: Decimal | null },
  usage: Usage,
): void {
  const hasAllowance = price.freeEvents !== null || price.freeVolume !== null;
  const isKnown = usage.runningTotals.every(
    (reached, index, all) => index === 0 || reached !== all[index - 1],
  );
  if (!hasAllowance || (isKnown && usage.runningTotals.length > 0)) return;
  if (usage.runningTotals.length === 0 && price.freeEvents === null) return;
  if (isZero(fractionOf(usage.quantity))) return;
  throw new Inexpressible('an allowance by events, without the values of the single events');
}

function at<T>(list: readonly T[], index: number): T {
  const value = list.length === 1 ? list[0] : list[index];
  if (value === undefined) throw new NotUnderstood('given: found an empty list, expected at least one value');
  return value;
}
