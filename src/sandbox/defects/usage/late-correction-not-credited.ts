import type { Defect } from '../defect.ts';

/** Differences below zero were cut off, as if there were none. The list has no row for it. */
export const lateCorrectionNotCredited: Defect = {
  name: 'late-correction-not-credited',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'critical',
  title: 'A correction that comes after the bill gives nothing back',
  rules: {
    amountStillToBill: ({ reached, billed }) => (reached > billed ? reached - billed : 0n),
  },
};
