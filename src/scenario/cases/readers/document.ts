import { canonicalDecimal, decimalParts } from '../../../model/decimal.ts';
import { begins, type CaseReader, type OpenCase } from '../case-reader.ts';
import { type Claim, type DocumentQuestion, figureOn } from '../claim.ts';
import { claimsFor } from '../expectations.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../rules.ts';
import { readDocuments } from './document-field.ts';
import { documentFigure } from './document-figures.ts';

/** Sums, discounts, tax and rounding of a document whose amounts are given. */
export const documentReader: CaseReader = {
  name: 'document',
  fits(open) {
    const { given } = open;
    const isDocument =
      typeof given.peek('price') === 'string' ||
      ['amount', 'amounts', 'lines', 'cases', 'fees', 'net'].some((key) => given.has(key));
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
    const roundingPoint = roundingPointOf(open, rules);
    acceptRules(rules, {
      share: [
        'by what is left of each fee after the earlier coupons',
        'by what is left',
        'by amount',
        'proportional',
      ],
      order: ['discount, then tax'],
    });
    const scenarios = readDocuments(open, roundingPoint);
    return [...digitClaims(open), ...claimsFor(open.expect, scenarios, documentFigure)];
  },
};

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
