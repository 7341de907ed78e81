import type { Defect } from '../defect.ts';

/** odoo/odoo#131666. */
export const firstAmpersandOnly: Defect = {
  name: 'first-ampersand-only',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'minor',
  title: 'Only the first ampersand of a name is written as XML asks for',
  rules: {
    xmlText: (text) =>
      text.replace('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  },
};
