import { countsInBucket } from '../../rules/usage/counts-in-bucket.ts';
import type { Defect } from '../defect.ts';

/** Prices by the hour were looked up in a table of 24: the hour that comes twice in autumn went one further. */
export const repeatedHourAsTheNext: Defect = {
  name: 'repeated-hour-as-the-next',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'minor',
  title: 'In the night in which clocks go back, the hour that comes twice is priced as the one after it',
  rules: {
    countsInBucket: (question) => {
      const { event } = question;
      return countsInBucket({
        ...question,
        event: isRepeatedInEurope(event.at) ? { ...event, localHour: event.localHour + 1 } : event,
      });
    },
  },
};

/** Clocks go back at 01:00 UTC on the last Sunday of October, to what they showed an hour ago. */
function isRepeatedInEurope(at: string): boolean {
  const isLastSunday = new Date(at).getUTCDay() === 0 && Number(at.slice(8, 10)) >= 25;
  return at.slice(5, 7) === '10' && isLastSunday && at.slice(11, 13) === '01';
}
