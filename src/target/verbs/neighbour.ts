import type { OrderImport, PostingHandOver } from '../../model/billing/order.ts';

export type NeighbourKind = 'order-source' | 'accounting' | 'tax-engine';

/** The systems beside billing: where orders come from, where postings go, and who knows the tax. */
export interface NeighbourVerbs {
  /** Names the address of a neighbour; a later call for the same kind takes its place. */
  connectNeighbour(neighbour: { readonly kind: NeighbourKind; readonly url: string }): Promise<void>;
  /** Fetches what the order source has that was not fetched before. */
  importOrders(): Promise<OrderImport>;
  /** Hands over to accounting what it has not taken yet, oldest first. */
  handOverPostings(): Promise<PostingHandOver>;
}
