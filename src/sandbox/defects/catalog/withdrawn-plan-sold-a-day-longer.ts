import { isSold } from '../../rules/catalog/is-sold.ts';
import type { Defect } from '../defect.ts';

export const withdrawnPlanSoldADayLonger: Defect = {
  name: 'withdrawn-plan-sold-a-day-longer',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'minor',
  title: 'A plan is still sold on the first day on which it should not be',
  rules: {
    isSold: (question) =>
      isSold({ ...question, withdrawnFrom: question.withdrawnFrom.filter((from) => from !== question.day) }),
  },
};
