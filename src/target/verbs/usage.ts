import type { DailyUsage, UsageEvent, UsageResult } from '../../model/billing/usage.ts';
import type { Period } from '../../model/date.ts';

export interface UsageVerbs {
  /** One result per event, in the order sent. */
  sendUsage(events: readonly UsageEvent[]): Promise<readonly UsageResult[]>;
  /** Sum of what was accepted for the meter in the period, as the target will bill it. */
  billedUsage(customerId: string, meter: string, period: Period): Promise<string>;
  /** The same day by day, oldest first; days without usage may be left out. */
  dailyUsage(customerId: string, meter: string, period: Period): Promise<readonly DailyUsage[]>;
}
