export interface SetUpQuestion {
  /** Which state of the subscription, counted from 0, the first that was in force, through its changes. */
  readonly assignment: number;
  /** Whole periods between the anchor and the one at hand. */
  readonly isFirstPeriod: boolean;
}

/** A setup fee is owed once, with the very first period of the subscription. */
export function isSetUp({ assignment, isFirstPeriod }: SetUpQuestion): boolean {
  return assignment === 0 && isFirstPeriod;
}
