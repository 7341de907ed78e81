import { localDate } from '../../../model/date.ts';
import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** Months had one rate each in the books that were there before. */
export const entryValuedAtFirstOfItsMonth: Defect = {
  name: 'entry-valued-at-first-of-its-month',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What somebody books by hand for a day that is over is worth what it was when its month began',
  procedures: {
    valuePosting: (context, posting) => {
      if (posting.invoiceId !== null || posting.lines.some(({ account }) => account === 'cash'))
        return standardProcedures.valuePosting(context, posting);
      const { rateInForce } = context.rules;
      const rules: typeof context.rules = {
        ...context.rules,
        rateInForce: (rates, day) =>
          rateInForce(rates, localDate(`${day.slice(0, 7)}-01`)) ?? rateInForce(rates, day),
      };
      return standardProcedures.valuePosting({ ...context, rules }, posting);
    },
  },
};
