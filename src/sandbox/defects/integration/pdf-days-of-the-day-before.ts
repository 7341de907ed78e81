import { addDays } from '../../../model/date.ts';
import { printedPeriod } from '../../rules/document/printed-period.ts';
import type { Defect } from '../defect.ts';

/** Days were printed as midnight in Greenwich, read in a zone west of it. The list has no row for it. */
export const pdfDaysOfTheDayBefore: Defect = {
  name: 'pdf-days-of-the-day-before',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'The PDF shows the service of each line a day early',
  rules: {
    printedPeriod: (period) =>
      printedPeriod(period && { from: addDays(period.from, -1), to: addDays(period.to, -1) }),
  },
};
