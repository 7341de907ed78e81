import { exportRows } from '../../procedures/platform/export-rows.ts';
import type { Defect } from '../defect.ts';

/** The exporter read one page and took it for all. The list has no row for it. */
export const exportStopsAtHundred: Defect = {
  name: 'export-stops-at-hundred',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'critical',
  title: 'The file ends after a hundred rows',
  procedures: { exportRows: (context, kind) => exportRows(context, kind).slice(0, 100) },
};
