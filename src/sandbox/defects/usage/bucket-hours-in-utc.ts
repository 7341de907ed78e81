import { countsInBucket } from '../../rules/usage/counts-in-bucket.ts';
import type { Defect } from '../defect.ts';

/** The hour was read from the timestamp as it was stored. The list has no row for it. */
export const bucketHoursInUtc: Defect = {
  name: 'bucket-hours-in-utc',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'major',
  title: 'Prices by time of day go by the hours of UTC',
  rules: {
    countsInBucket: (question) => {
      const localHour = new Date(question.event.at).getUTCHours();
      return countsInBucket({ ...question, event: { ...question.event, localHour } });
    },
  },
};
