import { euMembers } from '../../../model/billing/eu-members.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const reverseChargeAtHome: Defect = {
  name: 'reverse-charge-at-home',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A business with a VAT id pays no tax at home either',
  rules: { isReverseCharge: (_seller, { country, vatId }) => vatId !== null && euMembers.includes(country) },
};
