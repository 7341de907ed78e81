import { escapeHtml } from '../../console/escape-html.ts';
import type { Defect } from '../defect.ts';

/** The name was escaped where it was stored and where it was shown. The list has no row for it. */
export const nameEscapedTwice: Defect = {
  name: 'name-escaped-twice',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: "The invoice shows a customer's name with the signs of markup in it",
  rules: { printedName: escapeHtml },
};
