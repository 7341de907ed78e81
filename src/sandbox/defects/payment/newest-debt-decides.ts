import { debtsOf } from '../../procedures/payment/dun.ts';
import type { Defect } from '../defect.ts';

export const newestDebtDecides: Defect = {
  name: 'newest-debt-decides',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'major',
  title: 'The level goes by the newest invoice, so whoever is billed each month is never late',
  procedures: { debtsOf: (context, customerId) => debtsOf(context, customerId).slice(-1) },
};
