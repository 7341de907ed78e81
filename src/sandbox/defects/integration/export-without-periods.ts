import { exportRows } from '../../procedures/platform/export-rows.ts';
import type { Defect } from '../defect.ts';

/** Only the fee that the exporter knew had its dates; all other kinds of line came out empty. */
export const exportWithoutPeriods: Defect = {
  name: 'export-without-periods',
  row: 'INT-03',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Credits have no service period in the file',
  procedures: {
    exportRows: (context, kind) =>
      exportRows(context, kind).map((row) =>
        row['kind'] === 'proration-credit' ? { ...row, from: '', to: '', servedFrom: '', servedTo: '' } : row,
      ),
  },
};
