import type { Defect } from '../defect.ts';

export const refundLeavesInvoicePaid: Defect = {
  name: 'refund-leaves-invoice-paid',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'major',
  title: 'What was refunded without a credit note is not owed again, though the profile says so',
  rules: { refundReopens: () => false },
};
