import { exportRows } from '../../procedures/platform/export-rows.ts';
import type { Defect } from '../defect.ts';

/** The reporting table was filled when the invoice was made and never heard of a payment. */
export const exportDueStale: Defect = {
  name: 'export-due-stale',
  row: 'GL-10',
  family: 'GL',
  stage: 'integration',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'The file shows as due what was paid long ago',
  procedures: {
    exportRows: (context, kind) => {
      const rows = exportRows(context, kind);
      return kind === 'invoices' ? rows.map((row) => ({ ...row, due: row['total'] ?? '' })) : rows;
    },
  },
};
