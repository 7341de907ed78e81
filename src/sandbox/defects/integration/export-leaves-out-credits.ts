import { exportRows } from '../../procedures/platform/export-rows.ts';
import type { Defect } from '../defect.ts';

/** The query asked for what is above zero, as reports of revenue often do. The list has no row for it. */
export const exportLeavesOutCredits: Defect = {
  name: 'export-leaves-out-credits',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'critical',
  title: 'Lines below zero are missing in the file',
  procedures: {
    exportRows: (context, kind) => exportRows(context, kind).filter(({ net = '' }) => !net.startsWith('-')),
  },
};
