import { type Fraction, minus } from '../../arithmetic/fraction.ts';

/** What a discount is a percentage of, or is shared out by: what the discounts before it left of the line. */
export function discountBase(line: { readonly net: Fraction; readonly taken: Fraction }): Fraction {
  return minus(line.net, line.taken);
}
