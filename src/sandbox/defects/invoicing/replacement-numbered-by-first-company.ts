import { rebill } from '../../procedures/invoicing/rebill.ts';
import type { Defect } from '../defect.ts';
import { numbersOfFirstCompany } from './numbers-of-first-company.ts';

/** The new document was made outside of the bill run, where nobody asked for the company. */
export const replacementNumberedByFirstCompany: Defect = {
  name: 'replacement-numbered-by-first-company',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'What is billed again gets a number of the first company, whoever invoices the customer',
  procedures: {
    rebill: (context, request) => rebill(numbersOfFirstCompany(context), request),
  },
};
