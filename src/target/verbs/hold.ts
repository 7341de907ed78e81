export interface HoldVerbs {
  /** From now on nothing is billed to the customer; what falls due meanwhile waits. */
  holdInvoices(customerId: string): Promise<void>;
  /** Bills what waited, each period once, and goes on as before. */
  releaseInvoices(customerId: string): Promise<void>;
}
