import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import { dividedBy, type Fraction, smaller, times, zero } from '../../arithmetic/fraction.ts';

/** A part of a line that is credited, with the line as it was invoiced. */
export interface CreditedShare {
  readonly lineNet: Fraction;
  readonly lineTax: Fraction;
  readonly credited: Fraction;
}

/** The same share of the line's own tax as is credited of its price: what the rate is today does not matter. */
export function creditedTax({ lineNet, lineTax, credited }: CreditedShare): Fraction {
  if (lineNet.over === 0n) return zero;
  return times(lineTax, dividedBy(credited, lineNet));
}

/** The tax of one note, or of one line of it, after others were credited before. */
export interface NoteTax {
  readonly exact: Fraction;
  readonly rounded: Fraction;
  /** The tax that earlier notes left. */
  readonly left: Fraction;
  /** Whether the note takes all of the price that earlier notes left. */
  readonly isLast: boolean;
}

/** The last note takes what is left, so that all notes together are the invoice to the cent; none takes more. */
export function noteTax(
  { rounded, left, isLast }: NoteTax,
  habit: PolicyProfile['creditNoteRemainder'] = 'last-note',
): Fraction {
  if (isLast && habit === 'last-note') return left;
  return left.over < 0n ? rounded : smaller(rounded, left);
}
