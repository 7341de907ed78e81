import type { RoundingPoint } from '../../../../model/billing/policy-profile.ts';
import { fractionOf, minus, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { OpenCase } from '../../case-reader.ts';
import { type Claim, type DocumentQuestion, type Figure, figureOn, figureOnAll } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { isObject } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readDocuments } from '../fields/document-field.ts';

/** Prepaid credits that lower what is taxed: to the arithmetic they are one more amount off the whole document. */
export function creditBeforeTaxClaims(open: OpenCase, roundingPoint: RoundingPoint): readonly Claim[] {
  if (open.given.list('lines').some(isObject) && open.given.objects('lines').some((line) => line.has('kind')))
    throw new Inexpressible('credits before tax for lines of one kind');
  const amount = plainText(total(open.given.decimals('credits').map(fractionOf)));
  const scenarios = readDocuments(open, roundingPoint).map(({ name, value }) => ({
    name,
    value: {
      couponsOnly: value,
      withCredits: {
        ...value,
        discounts: [...value.discounts, { kind: 'amount', amount, lines: null } as const],
      },
    },
  }));
  return claimsFor(open.expect, scenarios, creditedFigure);
}

interface Credited {
  readonly couponsOnly: DocumentQuestion;
  readonly withCredits: DocumentQuestion;
}

function creditedFigure({ couponsOnly, withCredits }: Credited, key: string): Figure | null {
  const { currency } = withCredits;
  switch (key) {
    case 'discount':
      return figureOn(couponsOnly, currency, ({ discount }) => discount);
    case 'credits':
      return figureOnAll([withCredits, couponsOnly], currency, ([all, some]) =>
        plainText(minus(fractionOf(all?.discount ?? '0'), fractionOf(some?.discount ?? '0'))),
      );
    case 'subtotal':
    case 'net':
    case 'taxable':
      return figureOn(withCredits, currency, ({ subtotal, discount }) =>
        plainText(minus(fractionOf(subtotal), fractionOf(discount))),
      );
    case 'tax':
      return figureOn(withCredits, currency, ({ tax }) => tax);
    case 'total':
    case 'due':
      return figureOn(withCredits, currency, ({ total: sum }) => sum);
    default:
      return null;
  }
}
