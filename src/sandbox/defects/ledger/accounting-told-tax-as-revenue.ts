import { handOver } from '../../procedures/platform/hand-over-postings.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const accountingToldTaxAsRevenue: Defect = {
  name: 'accounting-told-tax-as-revenue',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Accounting is told of an invoice as two entries, and takes the tax for revenue',
  procedures: {
    handOver: (context, posting) =>
      handOver(context, {
        ...posting,
        entries: posting.entries.map((entry) =>
          entry.account === 'tax-payable' ? { ...entry, account: 'revenue' } : entry,
        ),
      }),
  },
};
