import type { Period } from '../../../model/date.ts';

/** The service period that a usage line shows: the one whose usage it bills. */
export function usageLinePeriod(billed: Period): Period {
  return billed;
}
