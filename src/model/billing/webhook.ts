/** One delivery as it came over the wire, before anybody believed it. */
export interface WebhookDelivery {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes as text: a signature covers these and nothing parsed from them. */
  readonly body: string;
}

/** What became of one telling of an event to one address. */
export interface TrackedDelivery {
  readonly eventId: string;
  /** given-up: no attempt was answered as received, and none will follow by itself. lost: on command, on its way. */
  readonly state: 'pending' | 'delivered' | 'given-up' | 'lost';
  /** From each attempt that failed to the next one, in their order. */
  readonly pausesMs: readonly number[];
}

export interface WebhookEvent {
  readonly id: string;
  readonly kind:
    | 'invoice.finalised'
    | 'payment.succeeded'
    | 'subscription.started'
    | 'invoice.voided'
    | 'credit-note.issued'
    | 'other';
  /** The invoice, payment or subscription it speaks of. */
  readonly objectId: string;
  /** Its place in what happened, where the target tells it: deliveries may come in any order. */
  readonly sequence?: number;
}
