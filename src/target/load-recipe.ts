export type LoadOperation = 'usage.ingest' | 'invoice.read' | 'bill.run';

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
