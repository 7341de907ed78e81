import { bookLine, importStatement } from '../../procedures/payment/bank-statement.ts';
import type { Defect } from '../defect.ts';

/** The loop had one error handler around it. The list has no row for it. */
export const badLineStopsStatement: Defect = {
  name: 'bad-line-stops-statement',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'critical',
  title: 'A line that cannot be read ends the import, and all lines after it are lost',
  procedures: {
    importStatement: (context, content) => {
      let isStopped = false;
      const procedures: typeof context.procedures = {
        ...context.procedures,
        bookLine: (within, line) => {
          if (isStopped) return { kind: 'rejected', line: line.line, field: '', reason: 'not read' };
          const result = bookLine(within, line);
          isStopped = result.kind === 'rejected';
          return result;
        },
      };
      return importStatement({ ...context, procedures }, content);
    },
  },
};
