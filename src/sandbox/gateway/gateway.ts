import type { GatewayMovement } from '../../model/billing/gateway.ts';
import type { CurrencyCode } from '../../model/currency.ts';

/** What the gateway says of one order. soft: it may go through later; hard: it never will. */
export type GatewayAnswer =
  | { readonly status: 'succeeded' | 'pending' | 'charged-back' }
  | { readonly status: 'declined'; readonly decline: 'soft' | 'hard' };

export interface GatewayOrder {
  readonly tenantId: string;
  /** By which the gateway knows a repeat: it moves money once for each key. */
  readonly key: string;
  readonly customerId: string;
  readonly kind: GatewayMovement['kind'];
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
}

/** A payment service as the engine sees it: slow, and sometimes silent. */
export interface Gateway {
  /** Moves money. May never answer; then only `find` tells what was done. */
  order(order: GatewayOrder): Promise<GatewayAnswer>;
  /** Null when the gateway never heard of the key. */
  find(tenantId: string, key: string): Promise<GatewayAnswer | null>;
}
