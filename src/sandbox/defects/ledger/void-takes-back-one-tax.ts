import { voidPostings } from '../../rules/ledger/credit-postings.ts';
import type { InvoiceAmounts } from '../../rules/ledger/ledger-postings.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidTakesBackOneTax: Defect = {
  name: 'void-takes-back-one-tax',
  row: 'TAX',
  family: 'TAX',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title:
    'A void of an invoice with two rates of tax takes back the tax of the first, and leaves the other as revenue undone',
  rules: {
    voidPostings: (invoice) => {
      const first = firstTaxOf(invoice);
      return voidPostings({ ...invoice, subtotal: invoice.subtotal + invoice.tax - first, tax: first });
    },
  },
};

/** The invoice comes as it is stored, with what each rate came to. */
function firstTaxOf(invoice: InvoiceAmounts): bigint {
  if (!('taxes' in invoice) || !Array.isArray(invoice.taxes) || invoice.taxes.length < 2) return invoice.tax;
  const [first] = invoice.taxes as readonly { readonly tax: bigint }[];
  return first?.tax ?? invoice.tax;
}
