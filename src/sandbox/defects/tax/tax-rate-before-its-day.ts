import { localDate } from '../../../model/date.ts';
import { taxRateInForce } from '../../rules/tax/tax-rate-in-force.ts';
import type { Defect } from '../defect.ts';

/** The latest rate was taken, whatever its day. The list has no row for it. */
export const taxRateBeforeItsDay: Defect = {
  name: 'tax-rate-before-its-day',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'critical',
  title: 'A new tax rate is applied before its first day',
  rules: {
    taxRateInForce: (question) => taxRateInForce({ ...question, date: localDate('2099-12-31') }),
  },
};
