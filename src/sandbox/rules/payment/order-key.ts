/** What makes an order the same order when it comes again: its own id, wherever and whenever it stood in the source's list. */
export function orderKey(order: { readonly id: string; readonly customerKey: string }): string {
  return order.id;
}
