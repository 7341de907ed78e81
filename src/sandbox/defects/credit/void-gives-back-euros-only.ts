import { moneyKept } from '../../procedures/credit/money-kept.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidGivesBackEurosOnly: Defect = {
  name: 'void-gives-back-euros-only',
  row: 'CUR',
  family: 'CUR',
  stage: 'credit',
  effect: 'lost',
  severity: 'critical',
  title: 'What was paid for a void invoice in another currency than that of the seller is not given back',
  procedures: {
    moneyKept: (context, invoice) => (invoice.currency === 'EUR' ? moneyKept(context, invoice) : 0n),
  },
};
