import type { Defect } from '../defect.ts';

/** flexprice/flexprice#2891. */
export const allDayCommitmentFirst: Defect = {
  name: 'all-day-commitment-first',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'The commitment of the whole day counts for hours with one of their own when it is listed first',
  rules: {
    commitmentOfHour: (commitments, hour) =>
      commitments.find(({ hours }) => hours === null || (hours.from <= hour && hour < hours.to)) ?? null,
  },
};
