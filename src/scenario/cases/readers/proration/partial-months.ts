import type { Period } from '../../../../model/date.ts';
import { fractionOf, plus, times, whole } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { monthsAfter } from '../../../../oracle/time/calendar.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn, type ProrationQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { dayFigure, periodField, prorationOf, stretchUnder } from './proration-figures.ts';

/** A monthly price over a stretch of months that ends within one: whole months, and a share of the last. */
export const partialMonthsReader: CaseReader = {
  name: 'whole months and a part of one',
  fits: (open) =>
    begins(open, 'prorate', 'bill', 'calculate', 'compute', 'price', 'charge') &&
    open.given.hasAll('amount', 'period') &&
    !['old', 'new', 'changeDate', 'plan'].some((key) => open.given.has(key)) &&
    open.steps.every(({ at }) => at === null),
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'] });
    return claimsFor(open.expect, [{ name: null, value: readStretch(open) }], stretchFigure);
  },
};

interface Months {
  readonly count: number;
  readonly amount: string;
  /** Of the month that is not whole; of no days where all are. */
  readonly rest: ProrationQuestion;
}

function readStretch(open: OpenCase): Months {
  const { given } = open;
  const interval = given.textOr('interval', 'month');
  if (interval !== 'month') throw new Inexpressible(`whole months at a price for a ${interval}`);
  const period = periodField(given.object('period'));
  let count = 0;
  while (monthsAfter(period.from, count + 1) <= period.to) count += 1;
  const month: Period = { from: monthsAfter(period.from, count), to: monthsAfter(period.from, count + 1) };
  const used = { from: month.from, to: period.to };
  const amount = given.decimal('amount');
  const stretch = stretchUnder(rulesOf(open), { whole: month, used });
  return { count, amount, rest: prorationOf(given.text('currency'), amount, stretch) };
}

function stretchFigure({ count, amount, rest }: Months, key: string): Figure | null {
  if (['amount', 'total', 'fee', 'charge'].includes(key))
    return figureOn(rest, rest.currency, (answer) =>
      plainText(plus(times(whole(count), fractionOf(amount)), fractionOf(answer.amount))),
    );
  if (key === 'fullMonths' || key === 'months') return figureOn(rest, null, () => String(count));
  return dayFigure(rest, key);
}
