import type { Defect } from '../defect.ts';

/** Of several that shared it the newest was taken. */
export const sharedBillDayOfTheLast: Defect = {
  name: 'shared-bill-day-of-the-last',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'A third subscription goes by the day on which the second began',
  rules: {
    sharedAnchor: ({ own, earlier }) =>
      earlier.filter((one) => one.sharesBillDay).length > 1
        ? own
        : (earlier.find((one) => one.sharesBillDay)?.anchor ?? own),
  },
};
