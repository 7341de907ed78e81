import type { Capability } from '../../target/capability.ts';
import { needsOfCalendars } from './hard-calendars.ts';

/** What a target must be able to do for customers who may do anything. */
export const needsOfDrawn = [
  ...needsOfCalendars,
  'tax',
  'discount',
  'subscription.undo',
  'tax.place',
  'tax.status',
  'tax.categories',
  'tax.gross-prices',
  'coupon',
  'coupon.limits',
] as const satisfies readonly Capability[];
