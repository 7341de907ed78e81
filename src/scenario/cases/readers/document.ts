import { canonicalDecimal, decimalParts } from '../../../model/decimal.ts';
import { begins, type CaseReader, type OpenCase } from '../case-reader.ts';
import { type Claim, type DocumentQuestion, figureOn } from '../claim.ts';
import { claimsFor, type Scenario } from '../expectations.ts';
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
    return [
      ...digitClaims(open),
      ...eachTaxClaims(open, scenarios),
      ...claimsFor(open.expect, scenarios, documentFigure),
    ];
  },
};

/** Several taxes on one amount, listed one by one: a document with each of them alone. */
function eachTaxClaims(
  { given, expect }: OpenCase,
  scenarios: readonly Scenario<DocumentQuestion>[],
): readonly Claim[] {
  const question = scenarios[0]?.value;
  const [line, ...others] = question?.lines ?? [];
  if (question === undefined || line === undefined || others.length > 0 || !given.has('taxes')) return [];
  const taxes = given.objects('taxes');
  const listed = expect.peek('taxes');
  if (taxes.length < 2 || !Array.isArray(listed) || listed.length !== taxes.length) return [];
  if (taxes.some((tax) => tax.peek('compound') === true)) return [];
  return expect.decimals('taxes').map((expected, index) => {
    const taxPercent = taxes[index]?.decimal('ratePercent') ?? '0';
    const alone = { ...question, lines: [{ ...line, taxPercent }] };
    return {
      name: `expect.taxes[${index}]`,
      expected,
      ...figureOn(alone, question.currency, ({ tax }) => tax),
    };
  });
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
