import { localDate } from '../../../model/date.ts';
import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** A table of the months' lengths, with 28 days for each February. */
export const leapDayNeverEndsAPeriod: Defect = {
  name: 'leap-day-never-ends-a-period',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'A period that begins at the end of a month ends on 28 February in leap years, too',
  rules: {
    nextPeriodEnd: (question) => {
      const end = standardRules.nextPeriodEnd(question);
      return end.endsWith('-02-29') ? localDate(end.replace(/29$/, '28')) : end;
    },
  },
};
