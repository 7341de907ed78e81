import { mayBecome } from '../../rules/payment/payment-states.ts';
import type { Defect } from '../defect.ts';

export const chargebackIgnored: Defect = {
  name: 'chargeback-ignored',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'critical',
  title: 'The news of a chargeback are taken for a repeat of the payment and dropped',
  rules: { mayBecome: (from, to) => from === 'pending' && mayBecome(from, to) },
};
