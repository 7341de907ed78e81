/**
 * Whether a customer's bills wait for somebody's eyes before they are invoices. none: each is final as it is made; by-hand: it
 * is a draft until somebody finalises it; days: it is a draft for so many days, and then final by itself. A draft has neither
 * number nor due day, and stands in no books; usage that comes meanwhile joins it.
 */
export type InvoiceReview =
  | { readonly kind: 'none' }
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'days'; readonly days: number };
