/** What is played at a steady rate. */
export type SteadyOperation = 'usage.ingest' | 'invoice.read' | 'bill.run';

/** `clock.advance` moves the clock of the world to `{{date}}`, once: what becomes due on the way is billed under the load. */
export type LoadOperation = SteadyOperation | 'clock.advance';

/**
 * One request as data. `{{name}}` in path and body is replaced: `{{runId}}`, `{{n}}` (the iteration, unique in the test),
 * and any field of the row that the load profile picked, such as `{{customerId}}`.
 */
export interface LoadRecipe {
  readonly operation: LoadOperation;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Absolute. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for a request without one. */
  readonly bodyTemplate: string;
  /** The status that means done. */
  readonly okStatus: number;
  /** A text that the answer's body holds when it was done, beside the status; empty when the status says all. */
  readonly okBodyIncludes: string;
}
