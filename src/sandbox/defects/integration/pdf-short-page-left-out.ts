import type { Defect } from '../defect.ts';

/** bagisto/bagisto#2227. */
export const pdfShortPageLeftOut: Defect = {
  name: 'pdf-short-page-left-out',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'The last page of a document is left out when it is less than half full',
  rules: {
    documentPages: ({ rows, perPage }) => {
      const count = Math.max(1, Math.round(rows.length / perPage));
      return Array.from({ length: count }, (_, page) => rows.slice(page * perPage, (page + 1) * perPage));
    },
  },
};
