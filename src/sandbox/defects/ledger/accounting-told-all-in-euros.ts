import { handOver } from '../../procedures/platform/hand-over-postings.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const accountingToldAllInEuros: Defect = {
  name: 'accounting-told-all-in-euros',
  row: 'CUR',
  family: 'CUR',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Accounting is told each amount as so many euros',
  procedures: {
    handOver: (context, posting) =>
      handOver(context, {
        ...posting,
        entries: posting.entries.map((entry) => ({ ...entry, amount: { ...entry.amount, currency: 'EUR' } })),
      }),
  },
};
