import type { Defect } from '../defect.ts';
import { accountLockNotGot } from './account-lock-not-got.ts';
import { billRunLocksOthersOut } from './bill-run-locks-others-out.ts';
import { billRunStopsAllElse } from './bill-run-stops-all-else.ts';
import { billingJobsOverlap } from './billing-jobs-overlap.ts';
import { claimsOfEverybodyRead } from './claims-of-everybody-read.ts';
import { fullBufferDropsAnEvent } from './full-buffer-drops-an-event.ts';
import { listReadsEverybody } from './list-reads-everybody.ts';
import { parallelUsageOverwritten } from './parallel-usage-overwritten.ts';
import { repeatsLookedForEverywhere } from './repeats-looked-for-everywhere.ts';
import { requestsMissingInLog } from './requests-missing-in-log.ts';

export const performanceDefects: readonly Defect[] = [
  claimsOfEverybodyRead,
  repeatsLookedForEverywhere,
  listReadsEverybody,
  billingJobsOverlap,
  accountLockNotGot,
  parallelUsageOverwritten,
  fullBufferDropsAnEvent,
  requestsMissingInLog,
  billRunStopsAllElse,
  billRunLocksOthersOut,
];
