/** Gates with their limits, as data. The text it was read from is in the plan, so that a run can be judged again anywhere. */
export interface Policy {
  readonly name: string;
  readonly title: string;
  /** What a GO under this policy does not say; printed on page 1. */
  readonly leavesOut: readonly string[];
  readonly gates: readonly PolicyGate[];
}

export interface PolicyGate {
  /** Unique in the policy; the id in `verdict.json`. */
  readonly id: string;
  /** Which criterion judges it: a name of `decide/gates`. */
  readonly gate: string;
  readonly title: string;
  /** The criterion's own limits, already checked against its schema. */
  readonly limit: Readonly<Record<string, unknown>>;
}
