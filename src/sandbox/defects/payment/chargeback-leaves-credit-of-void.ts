import type { Defect } from '../defect.ts';

/** Whoever wrote the chargeback thought of open invoices only. */
export const chargebackLeavesCreditOfVoid: Defect = {
  name: 'chargeback-leaves-credit-of-void',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'major',
  title: 'What was paid for a void invoice stays the credit of a customer whose bank took it back',
  procedures: { reclaimCredit: () => undefined },
};
