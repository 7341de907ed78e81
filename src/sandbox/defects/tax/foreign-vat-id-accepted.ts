import { isReverseCharge } from '../../rules/tax/is-reverse-charge.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const foreignVatIdAccepted: Defect = {
  name: 'foreign-vat-id-accepted',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'minor',
  title: 'Any VAT id makes a reverse charge, also one of a third state',
  rules: {
    isReverseCharge: (seller, customer) => {
      const { vatId, country } = customer;
      return isReverseCharge(seller, {
        ...customer,
        vatId: vatId === null ? null : `${country}${vatId.slice(2)}`,
      });
    },
  },
};
