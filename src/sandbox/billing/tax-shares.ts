import { canonicalDecimal } from '../../model/decimal.ts';
import type { InvoiceTax, StoredLine } from './stored-invoice.ts';

/** What each rate came to, in the order in which the lines first meet it. */
export function taxShares(lines: readonly StoredLine[]): readonly InvoiceTax[] {
  const shares = new Map<string, InvoiceTax>();
  for (const line of lines) {
    const { taxPercent: ratePercent, taxTreatment: treatment } = line;
    // 19 and 19.0 are one rate.
    const key = `${canonicalDecimal(ratePercent)} ${treatment}`;
    const before = shares.get(key) ?? { ratePercent, treatment, base: 0n, tax: 0n };
    shares.set(key, {
      ...before,
      base: before.base + line.net - line.discount,
      tax: before.tax + line.tax,
    });
  }
  return [...shares.values()];
}
