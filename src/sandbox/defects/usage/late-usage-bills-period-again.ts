import type { Defect } from '../defect.ts';

/** The period was rated anew and nobody took off what had been billed. The list has no row for it. */
export const lateUsageBillsPeriodAgain: Defect = {
  name: 'late-usage-bills-period-again',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'Late usage bills its whole period once more',
  rules: { amountStillToBill: ({ reached }) => reached },
};
