import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** A new page began with the row after the one that did not fit any more. The list has no row for it. */
export const pdfLosesRowAtPageEnd: Defect = {
  name: 'pdf-loses-row-at-page-end',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'Of a PDF of several pages, the first row of each further page is missing',
  rules: {
    documentPages: (of) =>
      standardRules.documentPages(of).map((page, index) => (index === 0 ? page : page.slice(1))),
  },
};
