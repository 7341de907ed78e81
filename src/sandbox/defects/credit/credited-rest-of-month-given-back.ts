import { standardProcedures } from '../../procedures/index.ts';
import { invoiceOfService } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** Whoever looked for the charge looked for whole periods. */
export const creditedRestOfMonthGivenBack: Defect = {
  name: 'credited-rest-of-month-given-back',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title: 'A charge for the rest of a month is given back in full, though a part of it was credited before',
  procedures: {
    unusedCreditLeft: (context, unused) => {
      const lines = invoiceOfService(context, unused)?.lines ?? [];
      const isOfRest = lines.some(
        ({ kind, charge }) => kind === 'proration-charge' && charge === unused.charge,
      );
      return isOfRest ? unused.amount : standardProcedures.unusedCreditLeft(context, unused);
    },
  },
};
