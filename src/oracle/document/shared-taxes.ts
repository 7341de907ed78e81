import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import {
  dividedBy,
  type Fraction,
  fractionOf,
  isNegative,
  isZero,
  minus,
  plus,
  times,
  total,
  whole,
  zero,
} from '../arithmetic/fraction.ts';
import { plainText, roundedTo } from '../arithmetic/rounding.ts';
import { type LineRounding, sharesBeforeLast, wholeShares } from './discounts.ts';
import type { OpenDocument, ReckonedLine } from './document.ts';

/**
 * The lines with their shares of a tax that was rounded once: the tax of all, or of each rate, goes to the lines by what each
 * would owe alone. What is in a price is net and tax, so that a changed tax leaves another net.
 */
export function sharedTaxes(
  document: OpenDocument,
  lines: readonly ReckonedLine[],
  profile: PolicyProfile,
): readonly ReckonedLine[] {
  const isRoundedOnce = document.roundingPoint === 'invoice' || document.roundingPoint === 'tax-rate';
  if (!isRoundedOnce || lines.some(({ tax }) => isNegative(tax))) return lines;
  const taxes = inShares(
    document,
    lines.map(({ tax }) => tax),
    profile,
  );
  const onPrices = inShares(
    document,
    lines.map(({ price }, index) => withinPrice(price, document.lines[index]?.taxPercent ?? '0')),
    profile,
  );
  return lines.map((line, index) => {
    const tax = taxes[index] ?? line.tax;
    if (document.lines[index]?.prices !== 'gross') return { ...line, tax };
    const net = minus(line.price, onPrices[index] ?? zero);
    return { ...line, tax, net, discount: minus(net, minus(minus(line.price, line.taken), tax)) };
  });
}

function withinPrice(price: Fraction, taxPercent: string): Fraction {
  const percent = fractionOf(taxPercent);
  return dividedBy(times(price, percent), plus(whole(100), percent));
}

function inShares(
  document: OpenDocument,
  exact: readonly Fraction[],
  profile: PolicyProfile,
): readonly Fraction[] {
  const groupOf = (index: number) =>
    document.roundingPoint === 'invoice'
      ? ''
      : plainText(fractionOf(document.lines[index]?.taxPercent ?? '0'));
  const shares = [...exact];
  for (const places of Map.groupBy(exact.keys(), groupOf).values()) {
    const weights = places.map((index) => exact[index] ?? zero);
    const found = sharesOf(weights, document, profile);
    places.forEach((index, place) => {
      shares[index] = found[place] ?? zero;
    });
  }
  return shares;
}

function sharesOf(
  weights: readonly Fraction[],
  { currency }: OpenDocument,
  profile: PolicyProfile,
): readonly Fraction[] {
  const digits = minorUnitDigits(currency);
  const rounding: NonNullable<LineRounding> = {
    digits,
    round: (value) => roundedTo(value, digits, profile.roundingMode),
  };
  const sum = total(weights);
  if (isZero(sum)) return weights;
  const amount = rounding.round(sum);
  const fair = weights.map((weight) => dividedBy(times(amount, weight), sum));
  return profile.shareRemainder === 'last-line'
    ? sharesBeforeLast(fair, amount, rounding)
    : wholeShares(fair, amount, rounding);
}
