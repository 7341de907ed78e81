import type { UsageEvent, UsageResult } from '../../model/billing/usage.ts';
import type { LocalDate } from '../../model/date.ts';
import type { UsageItem } from '../billing/metered-period.ts';
import type { Context } from '../engine.ts';
import type { BilledPart } from '../store/billed-usage.ts';

/** From an event that comes in to the bill that it is on, in order and once. */
export interface UsageProcedures {
  /** One result per event, in the order sent. */
  readonly ingestUsage: (context: Context, events: readonly UsageEvent[]) => Promise<readonly UsageResult[]>;
  /** Takes one event in, or says why not. */
  readonly takeUsageEvent: (context: Context, event: UsageEvent) => UsageResult;
  /** Keeps the event; false when one with the key is there already. */
  readonly storeUsage: (context: Context, taken: TakenUsage) => boolean;
  /** Periods that were billed before, and into which usage came since, with what is still to bill of each. */
  readonly lateUsageParts: (context: Context, question: LateUsageQuestion) => readonly LateUsage[];
  /** Notes what a period was billed, so that only the difference is billed later. */
  readonly rememberBilledUsage: (context: Context, billed: LateUsage) => void;
}

export interface TakenUsage {
  readonly key: string;
  readonly event: UsageEvent;
  /** Whether its bill was out when it came. */
  readonly isLate: boolean;
}

export interface LateUsageQuestion extends Omit<UsageItem, 'item'> {
  readonly date: LocalDate;
  /** Keys of the items that the bill at hand has itself. */
  readonly billedNow: ReadonlySet<string>;
}

export interface LateUsage extends UsageItem {
  /** All that the period comes to. */
  readonly reached: readonly BilledPart[];
  /** What of it was not billed yet. */
  readonly open: readonly BilledPart[];
}
