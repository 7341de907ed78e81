import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** The query had the invoice, and forgot the line. */
export const partCreditedOfAnotherLine: Defect = {
  name: 'part-credited-of-another-line',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'major',
  title: 'What was credited of one line of an invoice is held against the unused days of all its lines',
  procedures: {
    unusedCreditLeft: (context, unused) =>
      standardProcedures.unusedCreditLeft(
        {
          ...context,
          procedures: {
            ...context.procedures,
            creditedBefore: (...asked) => {
              const before = standardProcedures.creditedBefore(...asked);
              const [first] = before;
              return first === undefined ? [] : [0, 1, 2, 3].map((line) => ({ ...first, line }));
            },
          },
        },
        unused,
      ),
  },
};
