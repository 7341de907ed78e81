import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { OrderImport, OrderResult, PostingHandOver } from '../../model/billing/order.ts';
import type { Context } from '../engine.ts';

/** What the engine does with the systems beside it. */
export interface NeighbourProcedures {
  /** Fetches page after page of the order source and imports each order; notes how far it came after each page. */
  readonly importOrders: (context: Context) => Promise<OrderImport>;
  /** One page; null when the source did not answer, or not with a page. */
  readonly fetchOrders: (context: Context, from: OrderPlace) => Promise<OrderPage | null>;
  /** Makes customer and subscription of an order as it came; one that cannot be read is rejected with its field. */
  readonly importOrder: (context: Context, order: unknown) => OrderResult;
  /** Hands postings over one after the other and stops at the first that is not taken. */
  readonly handOverPostings: (context: Context) => Promise<PostingHandOver>;
  /** Whether accounting has the posting now. */
  readonly handOver: (context: Context, posting: OutgoingPosting) => Promise<boolean>;
}

export interface OrderPlace {
  readonly url: string;
  readonly cursor: string;
}

export interface OrderPage {
  readonly orders: readonly unknown[];
  /** Where the page after this one begins. */
  readonly cursor: string;
  readonly isLast: boolean;
}

export interface OutgoingPosting {
  readonly url: string;
  /** By it accounting knows a posting that it has already. */
  readonly postingId: string;
  readonly entries: readonly LedgerEntry[];
}
