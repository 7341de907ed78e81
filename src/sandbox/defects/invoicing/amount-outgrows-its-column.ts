import { minorUnitDigits } from '../../../model/currency.ts';
import { issueInvoice } from '../../procedures/invoicing/issue-invoice.ts';
import type { Defect } from '../defect.ts';

/** Nine of fifteen digits stand after the point, which leaves six before it. The list has no row for it. */
const digitsBeforeThePoint = 6;

export const amountOutgrowsItsColumn: Defect = {
  name: 'amount-outgrows-its-column',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'lost',
  severity: 'critical',
  title: 'An invoice of a million or more ends in an error of the database',
  procedures: {
    issueInvoice: (context, draft) => {
      const limit = 10n ** BigInt(digitsBeforeThePoint + minorUnitDigits(draft.currency));
      if (draft.total >= limit) throw new RangeError('numeric field overflow');
      return issueInvoice(context, draft);
    },
  },
};
