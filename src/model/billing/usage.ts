import type { Instant } from '../date.ts';
import type { Decimal } from '../decimal.ts';

export interface UsageEvent {
  /** Makes the event count once, however often it is sent. */
  readonly id: string;
  readonly customerId: string;
  readonly meter: string;
  readonly quantity: Decimal;
  readonly at: Instant;
}

export interface UsageResult {
  readonly id: string;
  readonly outcome: 'accepted' | 'duplicate' | 'too-late' | 'rejected';
  /** The target's own words when it did not accept; empty otherwise. */
  readonly reason: string;
}
