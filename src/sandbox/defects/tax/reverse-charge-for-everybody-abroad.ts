import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const reverseChargeForEverybodyAbroad: Defect = {
  name: 'reverse-charge-for-everybody-abroad',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A private person in another member state pays no tax',
  rules: { isReverseCharge: (seller, customer) => seller.country !== customer.country },
};
