import type { Period } from '../../../model/date.ts';

/** What a fee in advance pays for: all that is left of the period, also when an end is planned; the end gives it back. */
export function advancePart({ whole, used }: { readonly whole: Period; readonly used: Period }): Period {
  return { from: used.from, to: whole.to };
}
