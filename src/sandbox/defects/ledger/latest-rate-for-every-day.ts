import type { Defect } from '../defect.ts';

/** frappe/erpnext#21473, EuroPython/epcon#719: the rate of the day of entry was taken, whatever the day of the document. */
export const latestRateForEveryDay: Defect = {
  name: 'latest-rate-for-every-day',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'An invoice is valued at the newest rate of all, also one of the future',
  rules: { rateInForce: (rates) => rates.at(-1) ?? null },
};
