import type { Context } from '../engine.ts';

/** Notifications on a bad day. */
export interface WebhookProcedures {
  readonly redeliver: (context: Context, order: 'as-happened' | 'reversed') => void;
  readonly loseDeliveries: (context: Context, count: number) => void;
  /** The place of the event in what happened to the tenant, by which a receiver finds the order again. */
  readonly nextEventNumber: (context: Context) => number;
}
