import { isReverseCharge } from '../../rules/tax/is-reverse-charge.ts';
import type { Defect } from '../defect.ts';

/** Of the customer only the VAT id was handed on, and its letters were taken for where he is. */
export const vatIdNamesTheCountry: Defect = {
  name: 'vat-id-names-the-country',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'Whether the customer owes the tax himself goes by the country of his VAT id, not by his own',
  rules: {
    isReverseCharge: (seller, customer) => {
      const letters = customer.vatId?.slice(0, 2) ?? customer.country;
      return isReverseCharge(seller, { ...customer, country: letters === 'EL' ? 'GR' : letters });
    },
  },
};
