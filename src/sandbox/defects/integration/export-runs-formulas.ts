import type { Defect } from '../defect.ts';

/** Known as CSV injection. The list has no row for it. */
export const exportRunsFormulas: Defect = {
  name: 'export-runs-formulas',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'major',
  title: 'A customer named like a formula runs it in the spreadsheet of accounting',
  rules: { harmlessText: (text) => text },
};
