import { voidPostings } from '../../rules/ledger/credit-postings.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidKeepsTheTax: Defect = {
  name: 'void-keeps-the-tax',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A void takes back revenue for the tax, too, and the tax stays owed to the state',
  rules: {
    voidPostings: (invoice) =>
      voidPostings({ ...invoice, subtotal: invoice.subtotal + invoice.tax, tax: 0n }),
  },
};
