import type { RecognitionGrain } from '../../../../model/billing/revenue.ts';
import { type Instant, instant, localDate } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { fractionOf, minus, negated, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { monthIndex } from '../../../../oracle/time/calendar.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Claim, type Figure, figureOn, type RecognitionQuestion } from '../../claim.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';

/** In which months a prepaid amount is earned, and what it leaves deferred. */
export const recognitionReader: CaseReader = {
  name: 'revenue recognition',
  fits: (open) =>
    begins(open, 'recognise', 'recognize', 'amortise', 'amortize', 'defer') && open.given.has('amount'),
  read(open) {
    const question = questionOf(open);
    const months = monthsThrough(open, question);
    open.given.textOr('terms', '');
    return open.expect.keys.flatMap((key) => claimsOf(open.expect, key, { question, months }));
  },
};

function questionOf({ given, ...open }: OpenCase): RecognitionQuestion {
  const rules = rulesOf({ given, ...open });
  acceptRules(rules, { startDayCounts: [true], endDayCounts: [false], remainder: ['last full month'] });
  const by = grainOf(rules.textOr('amortise', rules.textOr('amortize', 'day')));
  const isCaughtUp = rules.has('catchUp') ? rules.raw('catchUp') === true : true;
  const booked = ['booked', 'bookedOn', 'invoiced', 'invoicedOn', 'finalised', 'finalized', 'issued'].find(
    (key) => given.has(key),
  );
  const bookedOn = booked === undefined ? null : given.day(booked);
  return {
    kind: 'recognition',
    currency: given.text('currency'),
    amount: earnedInAll(given),
    from: momentOf(given.text(given.has('start') ? 'start' : 'from')),
    to: momentOf(given.text(given.has('end') ? 'end' : 'to')),
    by,
    bookedOn: isCaughtUp ? bookedOn : null,
  };
}

/** A credit note before the service begins lowers the price; what a later one takes back is another schedule. */
function earnedInAll(given: Fields): Decimal {
  const amount = given.decimal('amount');
  const key = ['creditNote', 'creditNoteBefore', 'discount'].find((name) => given.has(name));
  if (key === undefined) return amount;
  if (typeof given.peek(key) !== 'string')
    throw new Inexpressible('revenue of an amount with a coupon or a dated credit');
  return plainText(minus(fractionOf(amount), fractionOf(given.decimal(key))));
}

/** A schedule that is looked at before it has run out shows that many months of it. */
function monthsThrough({ given, steps }: OpenCase, { from }: RecognitionQuestion): number | null {
  const key = ['through', 'asOf', 'until', 'closedThrough'].find((name) => given.has(name));
  const on = key === undefined ? (steps[0]?.at ?? null) : null;
  const first = monthIndex(localDate(from.slice(0, 10)));
  // On a day that months are recognised, those are meant that are over.
  if (on !== null) return monthIndex(on) - first;
  return key === undefined ? null : monthIndex(given.day(key)) - first + 1;
}

function grainOf(stated: string): RecognitionGrain {
  const words = stated.toLowerCase().replaceAll(/[\s_,-]+/g, ' ');
  if (/^(milli)?seconds?$/.test(words)) return 'millisecond';
  if (/^(days?|daily)$/.test(words)) return 'day';
  if (/month.*prorat|prorat.*month/.test(words)) return 'month-prorated';
  if (/^(months?|monthly)( evenly)?$|^evenly( by month)?$/.test(words)) return 'month';
  throw new Inexpressible(`revenue recognised by "${stated}"`);
}

/** A day is its first moment in UTC. */
function momentOf(text: string): Instant {
  return instant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
}

/** What is asked of the months of an answer, by the name that cases give it. */
const lists: Readonly<Record<string, (revenue: readonly string[]) => readonly string[]>> = {
  revenue: (revenue) => revenue,
  recognised: (revenue) => revenue,
  recognized: (revenue) => revenue,
  deferredMoves: (revenue) => [sumOf(revenue.slice(1)), ...revenue.slice(1).map(minusOf)],
  deferredBalances: balancesOf,
  deferred: balancesOf,
};

function claimsOf(
  expect: Fields,
  key: string,
  { question, months: shown }: { readonly question: RecognitionQuestion; readonly months: number | null },
): readonly Claim[] {
  const name = `expect.${key}`;
  if (['sum', 'total'].includes(key))
    return [{ name, expected: expect.decimal(key), ...amountOn(question, sumOf) }];
  const list = Object.hasOwn(lists, key) ? lists[key] : undefined;
  if (list === undefined || !Array.isArray(expect.peek(key))) return [];
  const figures = expect.decimals(key);
  const count = figureOn(question, null, ({ months }) =>
    String(Math.min(months.length, shown ?? months.length)),
  );
  return [
    { name: `${name}.length`, expected: String(figures.length), ...count },
    ...figures.map((expected, index) => ({
      name: `${name}[${index}]`,
      expected,
      ...amountOn(question, (revenue) => list(revenue)[index] ?? null),
    })),
  ];
}

function amountOn(
  question: RecognitionQuestion,
  pick: (revenue: readonly string[]) => string | null,
): Figure {
  return figureOn(question, question.currency, ({ months }) => pick(months.map(({ revenue }) => revenue)));
}

function sumOf(amounts: readonly string[]): string {
  return plainText(total(amounts.map(fractionOf)));
}

function minusOf(amount: string): string {
  return plainText(negated(fractionOf(amount)));
}

function balancesOf(revenue: readonly string[]): readonly string[] {
  const all = fractionOf(sumOf(revenue));
  return revenue.map((_, index) => plainText(minus(all, fractionOf(sumOf(revenue.slice(0, index + 1))))));
}
