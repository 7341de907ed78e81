import { newId } from '../../new-id.ts';
import type { Defect } from '../defect.ts';

/** The-Commit-Company/mint#152: the same file made each booking again. */
export const statementCountsEachTime: Defect = {
  name: 'statement-counts-each-time',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A statement that is imported twice pays twice',
  rules: { bookingKey: () => newId('booking') },
};
