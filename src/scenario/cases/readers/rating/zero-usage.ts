import { localDate } from '../../../../model/date.ts';
import { compareDecimals } from '../../../../model/decimal.ts';
import type { OpenCase } from '../../case-reader.ts';
import { type Claim, type Figure, figureOn, type MeteringQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readPrice } from '../fields/price-field.ts';
import { readUsages } from '../fields/usage-field.ts';

/** A period in which nothing was used: no line at all, or what zero units cost. */
export function zeroUsageClaims(open: OpenCase, stated: string): readonly Claim[] {
  const unusedPeriods = habits[stated.toLowerCase().replaceAll(/[-_]/g, ' ')];
  if (unusedPeriods === undefined) throw new Inexpressible(`the rule zeroUsage "${stated}"`);
  const { given } = open;
  const used = readUsages(open).find(({ quantity }) => compareDecimals(quantity, '0') !== 0);
  if (used !== undefined) throw new Inexpressible('the rule zeroUsage beside usage that is not zero');
  const question: MeteringQuestion = {
    kind: 'metering',
    currency: given.text('currency'),
    timeZone: 'UTC',
    charge: { kind: 'usage', code: 'usage', meter: 'usage', price: readPrice(given.object('price')) },
    unusedPeriods,
    periods: [{ from: localDate('2026-01-01'), to: localDate('2026-02-01') }],
    events: [],
  };
  return claimsFor(open.expect, [{ name: null, value: question }], (asked, key) =>
    zeroFigure(asked, key, unusedPeriods === 'free'),
  );
}

const habits: Readonly<Record<string, 'priced' | 'free'>> = {
  'no line': 'free',
  none: 'free',
  'zero line': 'priced',
  'flat fee of first tier': 'priced',
  'flat fee of the first tier': 'priced',
  'first tier flat fee': 'priced',
};

function zeroFigure(question: MeteringQuestion, key: string, isFree: boolean): Figure | null {
  if (['amount', 'total', 'fee'].includes(key))
    return figureOn(question, question.currency, ({ periods }) => periods[0]?.amount ?? null);
  if (key !== 'lines[]' && key !== 'lineCount') return null;
  return figureOn(question, null, ({ periods }) => {
    const amount = periods[0]?.amount ?? '';
    const isAbsent = isFree && compareDecimals(amount, '0') === 0;
    if (key === 'lineCount') return isAbsent ? '0' : '1';
    return isAbsent ? '' : amount;
  });
}
