import { documentPages } from '../../rules/document/document-pages.ts';
import type { Defect } from '../defect.ts';

/** The last row of a page was carried over and left standing, too. The list has no row for it. */
export const pdfRowOnBothPages: Defect = {
  name: 'pdf-row-on-both-pages',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'The row at the end of a page stands at the beginning of the next one, too',
  rules: {
    documentPages: (of) => {
      const pages = documentPages(of);
      return pages.map((rows, page) => [...(pages[page - 1]?.slice(-1) ?? []), ...rows]);
    },
  },
};
