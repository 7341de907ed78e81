/** A call that changes the target, announced before it is sent. */
export interface Intent {
  /** The verb of the port, such as "payment.record". */
  readonly operation: string;
  /** Method and path, or whatever the driver sends, without secrets. */
  readonly request: string;
  /** What makes a repeat recognisable; empty where the target knows no such key. */
  readonly idempotencyKey: string;
}

/** done: the target says so; refused: it answered no and changed nothing; unknown: it may or may not have happened. */
export type IntentOutcome = 'done' | 'refused' | 'unknown';

/** What a driver records while it works. Implemented by the channel; a fake that keeps a list is enough for its tests. */
export interface Wire {
  /** Resolves when the intent is on disk; only then may the call be sent. The answer identifies it for `outcome`. */
  intent(intent: Intent): Promise<string>;
  outcome(intentId: string, outcome: IntentOutcome, detail: string): void;
  /** The raw request and answer of a call, kept as evidence of the check under way. */
  exchange(exchange: Exchange): void;
}

export interface Exchange {
  readonly request: string;
  readonly requestBody: string;
  readonly status: number;
  readonly responseBody: string;
  /** The first of the bytes that came, in base64, where they are no text. */
  readonly responseBytes?: string;
  readonly durationMs: number;
}
