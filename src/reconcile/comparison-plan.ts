/** One side of a comparison: a bill extract and, where its writer gave them, its control totals. */
export interface ExtractSource {
  /** How messages call it: "the old system's bills". */
  readonly name: string;
  readonly billsFile: string;
  /** Lines, net and tax per currency; null for an extract that has none. */
  readonly totalsFile: string | null;
}

/** What is compared with what. The grain is account, item, service period and currency; the tolerance is zero. */
export interface ComparisonPlan {
  readonly legacy: ExtractSource;
  readonly target: ExtractSource;
}
