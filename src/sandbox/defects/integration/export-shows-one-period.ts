import { exportRows } from '../../procedures/platform/export-rows.ts';
import type { Defect } from '../defect.ts';

/** The file took the dates of the document for those of each fee. */
export const exportShowsOnePeriod: Defect = {
  name: 'export-shows-one-period',
  row: 'INT-03',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-period',
  severity: 'major',
  title: 'The file gives every line the period of its first one',
  procedures: {
    exportRows: (context, kind) => {
      const rows = exportRows(context, kind);
      if (kind !== 'invoice-lines') return rows;
      const { from = '', to = '', servedFrom = '', servedTo = '' } = rows[0] ?? {};
      return rows.map((row) => ({ ...row, from, to, servedFrom, servedTo }));
    },
  },
};
