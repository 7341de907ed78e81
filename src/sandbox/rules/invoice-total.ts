export interface InvoiceSums {
  readonly subtotal: bigint;
  readonly discount: bigint;
  readonly tax: bigint;
}

export function invoiceTotal(sums: InvoiceSums): bigint {
  return sums.subtotal - sums.discount + sums.tax;
}
