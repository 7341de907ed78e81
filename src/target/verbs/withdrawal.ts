import type { LocalDate } from '../../model/date.ts';

export interface WithdrawalVerbs {
  /**
   * Nobody can order the plan or change to it for `from` or a later day; who has it keeps it, and is billed as before. A version
   * that is published for a later day sells it again.
   */
  withdrawPlan(plan: string, from: LocalDate): Promise<void>;
}
