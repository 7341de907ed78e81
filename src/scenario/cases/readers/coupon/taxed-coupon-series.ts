import { answer } from '../../../../oracle/answer.ts';
import { compare, fractionOf } from '../../../../oracle/arithmetic/fraction.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import type { OpenCase } from '../../case-reader.ts';
import type { Claim, CouponSeriesQuestion, DocumentAnswer, DocumentQuestion, Figure } from '../../claim.ts';
import { roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { compoundRate } from '../fields/document-field.ts';

/**
 * Invoices that follow each other with a coupon and with tax: what the coupon takes of each is asked of the series, what is
 * taxed of that and what it comes to, of a document with just that discount.
 */
export function taxedSeriesClaims(open: OpenCase, series: CouponSeriesQuestion): readonly Claim[] {
  const documents = documentsOf(open, series);
  const { expect } = open;
  return expect.keys.flatMap((key) => {
    const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
    if (pick === undefined || !Array.isArray(expect.peek(key))) return [];
    const figures = expect.decimals(key);
    if (figures.length !== documents.length)
      throw new Inexpressible(`${documents.length} invoices, of which ${key} names ${figures.length}`);
    return documents.flatMap((document, index): readonly Claim[] => {
      const expected = figures[index];
      if (expected === undefined) return [];
      return [{ name: `expect.${key}[${index}]`, expected, ...figureOf(series, { document, index }, pick) }];
    });
  });
}

type PickFigure = (answer: DocumentAnswer) => string;

const picks: Readonly<Record<string, PickFigure>> = {
  discounts: ({ discount }) => discount,
  taxes: ({ tax }) => tax,
  totals: ({ total }) => total,
  amounts: ({ total }) => total,
};

function figureOf(
  series: CouponSeriesQuestion,
  { document, index }: { readonly document: DocumentQuestion; readonly index: number },
  pick: PickFigure,
): Figure {
  return {
    currency: series.currency,
    questions: [series, document],
    actual: ([taken, taxed]) => {
      if (taken?.kind !== 'coupon-series' || taxed?.kind !== 'document') return null;
      const discount = taken.invoices[index]?.discount ?? null;
      const isRight =
        discount !== null && compare(fractionOf(discount), fractionOf(discountOf(document))) === 0;
      return isRight
        ? pick(taxed)
        : `a discount of ${discount ?? 'nothing'} instead of ${discountOf(document)}`;
    },
  };
}

/** With the right discounts, so that a wrong coupon is told apart from a wrong tax. */
function documentsOf(open: OpenCase, series: CouponSeriesQuestion): readonly DocumentQuestion[] {
  const taxPercent = compoundRate(open.given.objects('taxes'));
  const roundingPoint = roundingPointOf(open, rulesOf(open));
  const right = answer(series, referenceProfile).answer;
  if (right.kind !== 'coupon-series') throw new Inexpressible('a coupon that cannot be reckoned');
  return series.invoices.map((net, index) => ({
    kind: 'document',
    currency: series.currency,
    lines: [{ net, taxPercent }],
    discounts: [{ kind: 'amount', amount: right.invoices[index]?.discount ?? '0', lines: null }],
    roundingPoint,
  }));
}

function discountOf({ discounts: [discount] }: DocumentQuestion): string {
  return discount?.kind === 'amount' ? discount.amount : '0';
}
