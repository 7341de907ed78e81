import type { Money } from '../../model/money.ts';
import type { UsageItem } from '../billing/metered-period.ts';
import type { Context } from '../engine.ts';
import type { LateUsage } from './usage-procedures.ts';

/** Usage that is invoiced before its period ends. */
export interface ThresholdProcedures {
  readonly setThresholds: (context: Context, subscriptionId: string, thresholds: readonly Money[]) => void;
  /** Invoices what the usage of the running period has come to, where it reached a threshold; answers the ids. */
  readonly billReached: (context: Context, customerId: string) => readonly string[];
  /** The usage of the period that runs today, charge by charge. */
  readonly runningUsage: (context: Context, of: Omit<UsageItem, 'item'>) => readonly LateUsage[];
}
