import { importStatement } from '../../procedures/payment/bank-statement.ts';
import { noteApplied } from '../../store/bank.ts';
import type { Defect } from '../defect.ts';

/** Rows without a match were skipped. The list has no row for it. */
export const unknownMoneyDropped: Defect = {
  name: 'unknown-money-dropped',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'critical',
  title: 'Money of which nobody knows whose it is goes away without a trace',
  procedures: {
    importStatement: (context, content) => {
      const results = importStatement(context, content);
      for (const result of results) if (result.kind === 'unapplied') noteApplied(context, result.reference);
      return results;
    },
  },
};
