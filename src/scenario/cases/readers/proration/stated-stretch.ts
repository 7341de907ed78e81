import type { Period } from '../../../../model/date.ts';
import { begins, type CaseReader } from '../../case-reader.ts';
import { figureOn } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { dayOf, type Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { NotUnderstood } from '../../unreadable.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { dayFigure, periodField, prorationOf, stretchUnder } from './proration-figures.ts';

/** Days that are charged, and the period of which they are a part: both stated. */
export const statedStretchReader: CaseReader = {
  name: 'days of a stated period',
  fits: (open) =>
    begins(open, 'bill', 'invoice', 'prorate', 'charge', 'calculate', 'compute', 'share') &&
    open.given.hasAll('amount', 'from') &&
    wholeKey(open.given) !== null,
  read(open) {
    const { given } = open;
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'], denominator: ['actual', 'actual period'] });
    // Said by the periods themselves.
    intervalOf(given.textOr('interval', 'month'));
    const stretch = stretchUnder(rules, { whole: wholeOf(given), used: periodField(given) });
    const question = prorationOf(given.text('currency'), given.decimal('amount'), stretch);
    return claimsFor(open.expect, [{ name: null, value: question }], (asked, key) =>
      ['amount', 'fee', 'charge', 'total'].includes(key)
        ? figureOn(asked, asked.currency, ({ amount }) => amount)
        : dayFigure(asked, key),
    );
  },
};

function wholeKey(given: Fields): string | null {
  return ['of', 'whole', 'fullPeriod', 'wholePeriod'].find((key) => given.has(key)) ?? null;
}

/** As an object with its days, or "2016-04-15/2016-05-15". */
function wholeOf(given: Fields): Period {
  const key = wholeKey(given) ?? 'of';
  const value = given.peek(key);
  if (typeof value !== 'string') return periodField(given.object(key));
  const [from, to, ...others] = given.text(key).split('/');
  if (from === undefined || to === undefined || others.length > 0)
    throw new NotUnderstood(`given.${key}: found "${value}", expected two days with a slash between them`);
  return { from: dayOf(from, `given.${key}`), to: dayOf(to, `given.${key}`) };
}
