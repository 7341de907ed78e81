import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const reverseChargeStillTaxed: Defect = {
  name: 'reverse-charge-still-taxed',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A business in another member state is charged the tax that it owes itself',
  rules: { isReverseCharge: () => false },
};
