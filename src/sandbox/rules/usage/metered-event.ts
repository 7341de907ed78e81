import type { Instant } from '../../../model/date.ts';
import type { Fraction } from '../../arithmetic/fraction.ts';

/** A usage event as the rules see it, with the hour that the customer's clock showed. */
export interface MeteredEvent {
  readonly id: string;
  readonly quantity: Fraction;
  readonly at: Instant;
  readonly localHour: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly operation: 'add' | 'remove';
}
