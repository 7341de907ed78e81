import type { ConversionCalculation } from '../../../../model/billing/conversion.ts';
import { isCurrency } from '../../../../model/currency.ts';
import { type LocalDate, localDate } from '../../../../model/date.ts';
import { fractionOf, minus, negated } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { CaseReader, OpenCase, OpenStep } from '../../case-reader.ts';
import { type Figure, figureOn, figureOnAll } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';

/** An invoice in one currency and books in another: its value when it was issued, when it was paid, and what lies between. */
export const exchangeGainReader: CaseReader = {
  name: 'gain or loss of exchange',
  readsSteps: true,
  fits: ({ given, steps }) =>
    given.has('amount') &&
    baseKeys.some((key) => given.has(key)) &&
    steps.length === 2 &&
    steps.every(({ more }) => rateKeys.some((key) => more.has(key))),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line', 'converted amount'] });
    return claimsFor(open.expect, [{ name: null, value: readValues(open) }], figureOf);
  },
};

const baseKeys = ['baseCurrency', 'bookCurrency', 'companyCurrency', 'functionalCurrency'];
const rateKeys = ['rate', 'exchangeRate'];

interface Values {
  readonly booked: ConversionCalculation;
  readonly paid: ConversionCalculation;
}

function readValues(open: OpenCase): Values {
  const [issue, pay] = open.steps;
  if (issue === undefined || !/^(invoice|issue|bill|book|post)/.test(issue.verb))
    throw new Inexpressible('an exchange that does not begin with an invoice');
  if (pay === undefined || !/^(pay|collect|receive|settle)/.test(pay.verb))
    throw new Inexpressible('an exchange that does not end with a payment');
  return { booked: valueAt(open, issue), paid: valueAt(open, pay) };
}

function valueAt({ given }: OpenCase, { at, more }: OpenStep): ConversionCalculation {
  const currency = given.text('currency');
  if (!isCurrency(currency))
    throw new NotUnderstood(`given.currency: found "${currency}", expected a currency such as "EUR"`);
  const to = given.text(baseKeys.find((key) => given.has(key)) ?? 'baseCurrency');
  const on: LocalDate = at ?? localDate('2026-01-01');
  const rate = more.decimal(rateKeys.find((key) => more.has(key)) ?? 'rate');
  const rates = [{ from: currency, to, rate, effectiveFrom: on, source: 'stated' }];
  return { kind: 'conversion', currency, amount: given.decimal('amount'), to, on, source: 'stated', rates };
}

function figureOf({ booked, paid }: Values, key: string): Figure | null {
  if (['invoiceBase', 'invoiceValue', 'booked', 'bookValue', 'receivable'].includes(key))
    return figureOn(booked, booked.to, ({ amount }) => amount);
  if (['paymentBase', 'paymentValue', 'received', 'paid', 'cash'].includes(key))
    return figureOn(paid, paid.to, ({ amount }) => amount);
  const isLoss = ['loss', 'exchangeLoss', 'fxLoss', 'realizedLoss', 'realisedLoss'].includes(key);
  const isGain = ['gain', 'exchangeGain', 'fxGain', 'gainLoss', 'realizedGain', 'realisedGain'].includes(key);
  if (!isLoss && !isGain) return null;
  return figureOnAll([paid, booked], paid.to, ([later, before]) => {
    const gain = minus(fractionOf(later?.amount ?? '0'), fractionOf(before?.amount ?? '0'));
    return plainText(isGain ? gain : negated(gain));
  });
}
