/** Amounts of one scale. */
export interface InvoiceSums {
  readonly subtotal: bigint;
  readonly discount: bigint;
  readonly tax: bigint;
  /** What one whole euro, yen or dinar is in the scale of the amounts. */
  readonly majorUnit: bigint;
}

export function invoiceTotal(sums: InvoiceSums): bigint {
  return sums.subtotal - sums.discount + sums.tax;
}
