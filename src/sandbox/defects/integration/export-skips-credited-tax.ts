import { exportRows } from '../../procedures/platform/export-rows.ts';
import type { Defect } from '../defect.ts';

/** Tax was summed over charges only. The list has no row for it. */
export const exportSkipsCreditedTax: Defect = {
  name: 'export-skips-credited-tax',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The tax of credits is zero in the file',
  procedures: {
    exportRows: (context, kind) =>
      exportRows(context, kind).map((row) =>
        row['tax']?.startsWith('-') === true ? { ...row, tax: row['tax'].slice(1) } : row,
      ),
  },
};
