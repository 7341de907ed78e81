import type { LocalDate } from '../../../model/date.ts';

interface State {
  readonly plan: string;
  /** The day from which its periods are counted. */
  readonly anchor: LocalDate;
}

/** What is metered goes by the periods of the fees: another plan or another bill day cuts it, more seats or a pause do not. */
export function beginsUsagePeriod({
  before,
  after,
}: {
  readonly before: State;
  readonly after: State;
}): boolean {
  return before.plan !== after.plan || before.anchor !== after.anchor;
}
