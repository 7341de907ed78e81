import { importStatement } from '../../procedures/payment/bank-statement.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const statementOfHundredLines: Defect = {
  name: 'statement-of-hundred-lines',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'critical',
  title: 'Of a bank statement the first hundred lines are read',
  procedures: {
    importStatement: (context, content) =>
      importStatement(context, content.split('\n').slice(0, 101).join('\n')),
  },
};
