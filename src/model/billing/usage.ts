import type { Instant, LocalDate } from '../date.ts';
import type { Decimal } from '../decimal.ts';

export interface UsageEvent {
  /** Makes the event count once, however often it is sent. */
  readonly id: string;
  readonly customerId: string;
  readonly meter: string;
  /** Below zero for a correction of what was sent before. */
  readonly quantity: Decimal;
  readonly at: Instant;
  /** The subscription that it belongs to; absent: every one of the customer that charges for the meter. */
  readonly subscriptionId?: string | undefined;
  /** What buckets and groups of a charge ask for, such as { region: "eu" }. */
  readonly properties?: Readonly<Record<string, string>> | undefined;
  /** What a unique count counts, such as the user who was active; absent: the event itself. */
  readonly subject?: string | undefined;
  /** Of a unique count: whether the subject comes or goes. Of two at one instant the going is the later. Absent: add. */
  readonly operation?: 'add' | 'remove' | undefined;
}

/** What was taken in of a meter on one day of the customer's calendar. */
export interface DailyUsage {
  readonly date: LocalDate;
  readonly quantity: Decimal;
}

export interface UsageResult {
  readonly id: string;
  readonly outcome: 'accepted' | 'duplicate' | 'too-late' | 'rejected';
  /** The target's own words when it did not accept; empty otherwise. */
  readonly reason: string;
}
