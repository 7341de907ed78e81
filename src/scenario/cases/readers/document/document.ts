import { minorUnitDigits } from '../../../../model/currency.ts';
import { canonicalDecimal, decimalParts } from '../../../../model/decimal.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Claim, type DocumentQuestion, figureOn } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, roundsNetFirst, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readDocuments } from '../fields/document-field.ts';
import { documentFigure } from './document-figures.ts';
import { eachTaxClaims, listedTaxClaims, roundsEachTax } from './each-tax.ts';
import { prepaidClaims } from './prepaid-document.ts';

/** Sums, discounts, tax and rounding of a document whose amounts are given. */
export const documentReader: CaseReader = {
  name: 'document',
  fits(open) {
    const { given } = open;
    const isDocument =
      typeof given.peek('price') === 'string' ||
      ['amount', 'amounts', 'lines', 'cases', 'fees', 'children', 'net'].some((key) => given.has(key));
    const isMore = [
      'plan',
      'plans',
      'subscription',
      'usage',
      'wallet',
      'period',
      'notes',
      'unused',
      'from',
    ].some((key) => given.has(key));
    return isDocument && !isMore && begins(open, ...verbs);
  },
  read(open) {
    const rules = rulesOf(open);
    const isEachTax = roundsEachTax(rules);
    const roundingPoint = isEachTax ? 'line' : roundingPointOf(open, rules);
    acceptRules(rules, {
      share: [
        'by what is left of each fee after the earlier coupons',
        'by what is left',
        'by amount',
        'proportional',
      ],
      order: ['discount, then tax'],
    });
    const isShared = sharesTaxes(open, rules);
    const scenarios = readDocuments(open, roundingPoint).map(
      ({ name, value }): Scenario<DocumentQuestion> => ({
        name,
        value: isShared ? { ...value, lineTaxes: 'shared' } : value,
      }),
    );
    if (roundsNetFirst(open, rules)) refuseFractions(scenarios);
    if (isEachTax) return eachTaxClaims(open, scenarios);
    return [
      ...digitClaims(open),
      ...listedTaxClaims(open, scenarios),
      ...prepaidClaims(open, scenarios),
      ...claimsFor(open.expect, scenarios, documentFigure),
    ];
  },
};

/** Where taxes are rounded together each line shows its own, unless the case says who takes what that leaves over. */
function sharesTaxes({ expect }: OpenCase, rules: Fields): boolean {
  const isTogether = rules.has('roundAt') && !/line/.test(String(rules.peek('roundAt')));
  const isShown = ['taxes', 'nets'].some((key) => Array.isArray(expect.peek(key)));
  return rules.has('remainder') && isTogether && isShown;
}

/** What is rounded first decides nothing but ties, where the prices themselves are whole minor units. */
function refuseFractions(scenarios: readonly Scenario<DocumentQuestion>[]): void {
  const lines = scenarios.flatMap(({ value }) => value.lines.map((line) => ({ ...line, ...value })));
  const isWhole = lines.every(
    ({ net, currency, prices }) =>
      prices === 'gross' && decimalParts(canonicalDecimal(net)).scale <= minorUnitDigits(currency),
  );
  if (!isWhole) throw new Inexpressible('the rule inclusiveRounding for amounts that do not hold their tax');
}

const verbs = [
  'tax',
  'apply',
  'invoice',
  'sum',
  'round',
  'discount',
  'finalise',
  'finalize',
  'bill',
  'compute',
  'calculate',
];

/** `digits` states the minor units of currencies: an amount with more digits shows how many a target keeps. */
function digitClaims(open: OpenCase): readonly Claim[] {
  if (!open.given.has('digits')) return [];
  const digits = open.given.object('digits');
  return digits.keys.map((currency) => {
    const question: DocumentQuestion = {
      kind: 'document',
      currency,
      lines: [{ net: '1.234567', taxPercent: '0' }],
      discounts: [],
      roundingPoint: 'line',
    };
    const figure = figureOn(question, null, ({ subtotal }) =>
      String(decimalParts(canonicalDecimal(subtotal)).scale),
    );
    return { name: `given.digits.${currency}`, expected: String(digits.count(currency)), ...figure };
  });
}
