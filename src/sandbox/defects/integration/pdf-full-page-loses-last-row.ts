import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** Whether there was a row left was asked after it had been taken. The list has no row for it. */
export const pdfFullPageLosesLastRow: Defect = {
  name: 'pdf-full-page-loses-last-row',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A PDF whose rows fill its last page exactly lacks the last of them, which is the total',
  rules: {
    documentPages: (of) => {
      const pages = standardRules.documentPages(of);
      const isFull = of.rows.length > 0 && of.rows.length % of.perPage === 0;
      return isFull ? [...pages.slice(0, -1), (pages.at(-1) ?? []).slice(0, -1)] : pages;
    },
  },
};
