import { addDays } from '../../../model/date.ts';
import { isSold } from '../../rules/catalog/is-sold.ts';
import type { Defect } from '../defect.ts';

/** The first of a month was taken for the end of the one before, by its last moment. The list has no row for it. */
export const withdrawnFromMonthStillSold: Defect = {
  name: 'withdrawn-from-month-still-sold',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'minor',
  title: 'A plan that is withdrawn from the first of a month on is sold on that day',
  rules: {
    isSold: (question) => {
      const { withdrawnFrom } = question;
      const shifted = withdrawnFrom.map((from) => (from.endsWith('-01') ? addDays(from, 1) : from));
      return isSold({ ...question, withdrawnFrom: shifted });
    },
  },
};
