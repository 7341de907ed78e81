import { addDays, type LocalDate } from '../../../../model/date.ts';
import { dayOfMonth, monthIndex, monthsAfter } from '../../../../oracle/time/calendar.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn, type ProrationQuestion } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import { type Fields, isObject } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { charged, credited, dayCountField, dayFigure, prorationOf } from './proration-figures.ts';

/** The first, shortened period of a subscription that begins before its bill cycle day. */
export const cycleStartReader: CaseReader = {
  name: 'start before the bill cycle day',
  fits(open) {
    const { given } = open;
    const hasDays =
      given.has('cases') ||
      given.hasAll('start', 'bcd') ||
      given.hasAll('end', 'bcd') ||
      startsOnCycle(given.peek('subscription'));
    return hasDays && given.has('amount') && begins(open, ...verbs);
  },
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'] });
    return claimsFor(open.expect, starts(open, rules), startFigure);
  },
};

function startsOnCycle(subscription: unknown): boolean {
  return isObject(subscription) && ['start', 'bcd'].every((key) => Object.hasOwn(subscription, key));
}

const verbs = ['create subscription', 'create', 'start', 'subscribe', 'cancel', 'terminate', 'end'];

function startFigure(question: ProrationQuestion, key: string, expected: string): Figure | null {
  if (['repair', 'credit', 'refund'].includes(key)) return credited(question, expected);
  if (['periodTo', 'to', 'chargeTo'].includes(key) && question.dayCount === 'actual')
    return figureOn(question, null, ({ days }) => addDays(question.used.from, days));
  return ['amount', 'charge', 'fee'].includes(key) ? charged(question) : dayFigure(question, key);
}

function starts(open: OpenCase, rules: Fields): readonly Scenario<ProrationQuestion>[] {
  const { given } = open;
  const currency = given.text('currency');
  const amount = given.decimal('amount');
  const interval = intervalOf(given.textOr('interval', 'month'));
  const dayCount = dayCountField(rules);
  const months = interval.unit === 'year' ? 12 * interval.count : interval.count;
  if (!['month', 'year'].includes(interval.unit) || (interval.unit === 'year' && dayCount !== 'actual'))
    throw new Inexpressible(
      `a bill cycle day of a plan that is billed by the ${interval.unit} (${dayCount})`,
    );
  const alone = given.has('subscription') ? given.object('subscription') : given;
  const cases = given.has('cases') ? given.objects('cases') : [alone];
  return cases.map((one) => {
    // What ends on a day gives the rest of its cycle back, which is the same stretch as what begins on it.
    const isEnd = one.has('end');
    if (isEnd && one.has('start')) one.day('start');
    const start = one.day(isEnd ? 'end' : 'start');
    const bcd = one.count('bcd');
    const to = nextCycleDay(start, bcd);
    const from = monthsBefore(to, months, bcd);
    return {
      name: null,
      value: prorationOf(currency, amount, { whole: { from, to }, used: { from: start, to }, dayCount }),
    };
  });
}

/** The first cycle day after the start; a start on it begins a whole period. */
function nextCycleDay(start: LocalDate, bcd: number): LocalDate {
  const thisMonth = dayOfMonth(monthIndex(start), bcd);
  return thisMonth > start ? thisMonth : dayOfMonth(monthIndex(start) + 1, bcd);
}

function monthsBefore(end: LocalDate, months: number, bcd: number): LocalDate {
  const first = monthsAfter(dayOfMonth(monthIndex(end), 1), -months);
  return dayOfMonth(monthIndex(first), bcd);
}
