import type { Defect } from '../defect.ts';

/** Texts were put into the file as they were. The list has no row for it. */
export const pdfNameBreaksOff: Defect = {
  name: 'pdf-name-breaks-off',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'A bracket in the name of a customer ends the name on the PDF',
  rules: { pdfString: (text) => `(${Buffer.from(text, 'latin1').toString('latin1')})` },
};
