import type { StoredInvoice } from '../../billing/stored-invoice.ts';

export interface DocumentTotal {
  readonly name: string;
  readonly amountMinor: bigint;
}

/** The sums under the lines, in the order in which the total comes about. */
export function documentTotals(
  invoice: Pick<StoredInvoice, 'subtotal' | 'discount' | 'tax' | 'total'>,
): readonly DocumentTotal[] {
  const { subtotal, discount, tax, total } = invoice;
  return [
    { name: 'Subtotal', amountMinor: subtotal },
    ...(discount === 0n ? [] : [{ name: 'Discount', amountMinor: -discount }]),
    { name: 'Tax', amountMinor: tax },
    { name: 'Total', amountMinor: total },
  ];
}
