import type { Defect } from '../defect.ts';

/** The order asked for it, and nobody looked. */
export const sharedBillDayIgnored: Defect = {
  name: 'shared-bill-day-ignored',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'What shares the bill day of the customer is billed on the day of its own order',
  rules: { sharedAnchor: ({ own }) => own },
};
