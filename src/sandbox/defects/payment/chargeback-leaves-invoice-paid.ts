import type { Defect } from '../defect.ts';

export const chargebackLeavesInvoicePaid: Defect = {
  name: 'chargeback-leaves-invoice-paid',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Money that the bank took back still counts as paid',
  rules: { countsAsPaid: (status) => status === 'succeeded' || status === 'charged-back' },
};
