import type { Money } from '../../model/money.ts';

export interface ThresholdVerbs {
  /**
   * From now on usage of the subscription is invoiced at once whenever what a period comes to reaches one of these amounts,
   * which rise; the end of the period bills the rest. None ends that.
   */
  setThresholds(subscriptionId: string, thresholds: readonly Money[]): Promise<void>;
}
