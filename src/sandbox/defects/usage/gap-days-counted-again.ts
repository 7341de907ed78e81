import { addDays } from '../../../model/date.ts';
import { minus, zero } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** Only the snapshot of the day before was looked for; after days without usage there is none. */
export const gapDaysCountedAgain: Defect = {
  name: 'gap-days-counted-again',
  row: 'USE-12',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'minor',
  title: 'The first day with usage after days without shows all usage of the period',
  rules: {
    usageOfDay: ({ snapshot, earlier }) => {
      const dayBefore = earlier.find(({ date }) => addDays(date, 1) === snapshot.date);
      return minus(snapshot.reached, dayBefore?.reached ?? zero);
    },
  },
};
