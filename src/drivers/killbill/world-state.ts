import type { Customer } from '../../model/billing/customer.ts';
import type { NewSubscription } from '../../model/billing/subscription.ts';
import type { KillBillItem } from './answers.ts';
import type { KillBillCalls } from './calls.ts';
import type { Dialect } from './dialect.ts';
import type { PriceList } from './price-list.ts';
import type { ServerClock } from './server-clock.ts';

/** A subscription as it was ordered, with what its later calls need. */
export interface OrderedSubscription extends NewSubscription {
  readonly bundleId: string;
}

/** What a session remembers of its world beside what the server does. */
export interface WorldState {
  readonly calls: KillBillCalls;
  readonly dialect: Dialect;
  readonly clock: ServerClock;
  readonly prices: PriceList;
  readonly customers: Map<string, Customer>;
  readonly subscriptions: Map<string, OrderedSubscription>;
  /** Invoice items that were read, because a repair names the one it takes back by its id. */
  readonly items: Map<string, KillBillItem>;
  /** With which key an invoice was voided: the same key again is a repeat, another one is the server's to refuse. */
  readonly voids: Map<string, string>;
}
