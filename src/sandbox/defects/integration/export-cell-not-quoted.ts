import type { Defect } from '../defect.ts';

/** Cells were joined with commas and nothing else. The list has no row for it. */
export const exportCellNotQuoted: Defect = {
  name: 'export-cell-not-quoted',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A comma in a name moves every cell behind it',
  rules: { csvCell: (text) => text.replaceAll(/[\r\n]/g, ' ') },
};
