/** Revenue is what the customer pays for the service: after discount, without tax. */
export function revenueOfLine(line: { readonly net: bigint; readonly discount: bigint }): bigint {
  return line.net - line.discount;
}
