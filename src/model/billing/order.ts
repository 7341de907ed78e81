import type { Instant, LocalDate, TimeZoneId } from '../date.ts';
import type { Decimal } from '../decimal.ts';

/** A sale as the order source (a CRM, a shop) hands it over; billing makes a customer and a subscription of it. */
export interface Order {
  /** The order source's own; however often an order comes, it is one order. */
  readonly id: string;
  readonly placedAt: Instant;
  /** As he is when the first order with his key comes; what a later one says of him changes nothing. */
  readonly customer: {
    readonly key: string;
    readonly name: string;
    readonly country: string;
    readonly currency: string;
    readonly timeZone: TimeZoneId;
  };
  readonly plan: string;
  readonly quantity: Decimal;
  /** First day of service; may lie before the day on which the order arrives. */
  readonly start: LocalDate;
}

/** What became of one order of a page. */
export type OrderResult =
  | {
      readonly kind: 'imported' | 'known';
      readonly orderId: string;
      readonly customerId: string;
      readonly subscriptionId: string;
    }
  | {
      readonly kind: 'rejected';
      /** Empty where the order does not even say who it is. */
      readonly orderId: string;
      /** The part of the order that is to blame. */
      readonly field: string;
      readonly reason: string;
    };

/** One round of fetching. silent: the source did not answer to the end, and what is missing is fetched next time. */
export interface OrderImport {
  readonly source: 'answered' | 'silent';
  readonly results: readonly OrderResult[];
}

/** One round of handing postings over to accounting. */
export interface PostingHandOver {
  /** Postings that accounting took in this round, or had already. */
  readonly taken: number;
  /** Postings that are still to be handed over. */
  readonly open: number;
}
