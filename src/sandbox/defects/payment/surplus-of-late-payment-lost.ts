import type { Defect } from '../defect.ts';

export const surplusOfLatePaymentLost: Defect = {
  name: 'surplus-of-late-payment-lost',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'critical',
  title: 'Money that comes after its invoice was credited stands nowhere',
  procedures: { keepSurplus: () => undefined },
};
