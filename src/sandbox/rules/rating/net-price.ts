export interface TaxedPrice {
  readonly price: bigint;
  readonly tax: bigint;
  readonly prices: 'net' | 'gross';
}

/** What is left of a price without its tax; a net price has none in it. */
export function netPrice({ price, tax, prices }: TaxedPrice): bigint {
  return prices === 'gross' ? price - tax : price;
}
