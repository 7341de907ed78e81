import { type CheckOptions, check } from './check.ts';
import { expectWorkedOut, type WorkedOutBills } from './worked-out-bills.ts';

/** Bills that were worked out by hand, and what they show. */
export interface TitledBills extends WorkedOutBills {
  readonly title: string;
}

/** Declares one check for each of them. */
export function workedOutChecks(worked: readonly TitledBills[], options: CheckOptions): void {
  for (const { title, ...bills } of worked)
    check(title, options, async (world) => void (await expectWorkedOut(world, bills)));
}
