import { isReverseCharge } from '../../rules/tax/is-reverse-charge.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const greekVatIdNotKnown: Defect = {
  name: 'greek-vat-id-not-known',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The VAT id of a Greek business is expected to begin with GR',
  rules: {
    isReverseCharge: (seller, customer) =>
      customer.country === 'GR'
        ? customer.vatId?.startsWith('GR') === true
        : isReverseCharge(seller, customer),
  },
};
