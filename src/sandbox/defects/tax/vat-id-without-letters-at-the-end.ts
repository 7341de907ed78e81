import { isReverseCharge } from '../../rules/tax/is-reverse-charge.ts';
import type { Defect } from '../defect.ts';

/** The pattern was made from the ids of the customers that there were. The list has no row for it. */
export const vatIdWithoutLettersAtTheEnd: Defect = {
  name: 'vat-id-without-letters-at-the-end',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'Businesses whose VAT id ends with a letter, as in Ireland and Cyprus, are charged the tax',
  rules: {
    isReverseCharge: (seller, customer) =>
      !/[A-Z]$/.test(customer.vatId ?? '') && isReverseCharge(seller, customer),
  },
};
