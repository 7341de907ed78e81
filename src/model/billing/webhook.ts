/** One delivery as it came over the wire, before anybody believed it. */
export interface WebhookDelivery {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes as text: a signature covers these and nothing parsed from them. */
  readonly body: string;
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
