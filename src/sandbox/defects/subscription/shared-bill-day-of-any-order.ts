import type { Defect } from '../defect.ts';

/** Kill Bill 14222cb3: the day of the account was taken from the first order of all, also from one that does not go by it. */
export const sharedBillDayOfAnyOrder: Defect = {
  name: 'shared-bill-day-of-any-order',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A subscription with a bill day to itself sets the one that others share',
  rules: { sharedAnchor: ({ own, earlier }) => earlier[0]?.anchor ?? own },
};
