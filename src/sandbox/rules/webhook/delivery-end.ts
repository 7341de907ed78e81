/** What became of an event after its last attempt. */
export function deliveryEnd(of: { readonly isAnswered: boolean }): 'delivered' | 'given-up' {
  return of.isAnswered ? 'delivered' : 'given-up';
}
