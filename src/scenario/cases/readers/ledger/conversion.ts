import type { ConversionCalculation } from '../../../../model/billing/conversion.ts';
import type { ExchangeRate } from '../../../../model/billing/exchange.ts';
import { minorUnitDigits } from '../../../../model/currency.ts';
import { type LocalDate, localDate } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { figureOn } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';

/** Amounts in another currency, at the rate of a day by a source. */
export const conversionReader: CaseReader = {
  name: 'currency conversion',
  stepsStandAlone: true,
  fits: ({ given, ...open }) =>
    begins({ given, ...open }, 'convert', 'translate', 'exchange', 'revalue') &&
    ['rate', 'rates', 'exchangeRate'].some((key) => given.has(key)) &&
    !given.has('wallet'),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line', 'converted amount'] });
    return claimsFor(open.expect, questionsOf(open), (question, key) => {
      if (['converted', 'amount', 'total', 'result'].includes(key))
        return figureOn(question, question.to, ({ amount }) => amount);
      if (key === 'rate') return figureOn(question, null, ({ rate }) => rate);
      return key === 'rateDate' ? figureOn(question, null, ({ rateOn }) => rateOn) : null;
    });
  },
};

function questionsOf(open: OpenCase): readonly Scenario<ConversionCalculation>[] {
  const { given } = open;
  // What it cannot be counted in is no currency.
  minorUnitDigits(given.text(given.has('from') ? 'from' : 'currency'));
  const amounts = given.has('amounts') ? given.decimals('amounts') : [given.decimal('amount')];
  const currency = given.text(given.has('from') ? 'from' : 'currency');
  if (given.has('from')) given.textOr('currency', currency);
  const named = [open.steps[0]?.more, given].find((fields) => targets.some((key) => fields?.has(key)));
  // Where only the other currency is told by name, the case's own is what it becomes.
  const isOwn = named === undefined && given.has('from') && given.has('currency');
  const to = isOwn
    ? given.text('currency')
    : (named ?? given).text(targets.find((key) => named?.has(key)) ?? 'to');
  const source = given.textOr('source', 'stated');
  const on = dayOf(open);
  const rates = ratesOf(given, { from: currency, to, on, source });
  return amounts.map((amount) => ({
    name: null,
    value: { kind: 'conversion', currency, amount, to, on: on ?? localDate('2026-01-01'), source, rates },
  }));
}

const targets = ['to', 'toCurrency', 'target', 'targetCurrency'];

function dayOf({ given, steps }: OpenCase): LocalDate | null {
  const key = ['on', 'date', 'invoiceDate'].find((name) => given.has(name));
  return key === undefined ? (steps[0]?.at ?? rateDay(given)) : given.day(key);
}

function rateDay(given: Fields): LocalDate | null {
  return given.has('rateDate') ? given.day('rateDate') : null;
}

interface RatePair {
  readonly from: string;
  readonly to: string;
  readonly on: LocalDate | null;
  readonly source: string;
}

/** One rate, or a list of those that a source published day by day. */
function ratesOf(given: Fields, { from, to, on, source }: RatePair): readonly ExchangeRate[] {
  if (!given.has('rates')) {
    const rate: Decimal = given.decimal(given.has('rate') ? 'rate' : 'exchangeRate');
    return [{ from, to, rate, effectiveFrom: rateDay(given) ?? on ?? localDate('2026-01-01'), source }];
  }
  if (on === null) throw new Inexpressible('a conversion at one of several rates, without its day');
  return given.objects('rates').map((rate) => ({
    from: rate.textOr('from', from),
    to: rate.textOr('to', to),
    effectiveFrom: rate.day(rate.has('date') ? 'date' : 'on'),
    rate: rate.decimal('rate'),
    source: rate.textOr('source', source),
  }));
}
