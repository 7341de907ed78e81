import type { Defect } from '../defect.ts';

/** Quoted where needed, and not escaped within. The list has no row for it. */
export const exportQuoteNotDoubled: Defect = {
  name: 'export-quote-not-doubled',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'A quote within a quoted name ends the cell too early',
  rules: { csvCell: (text) => (/[",\r\n]/.test(text) ? `"${text}"` : text) },
};
