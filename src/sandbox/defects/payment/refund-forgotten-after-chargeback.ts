import { amountSettled } from '../../rules/invoicing/amount-settled.ts';
import type { Defect } from '../defect.ts';

/** Automattic/woocommerce-payments#6196: a dispute of what was refunded in part came out as one of the whole. */
export const refundForgottenAfterChargeback: Defect = {
  name: 'refund-forgotten-after-chargeback',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'major',
  title: 'When the bank takes a payment back, what was refunded of it before is not owed any more',
  rules: {
    amountSettled: (settlement) =>
      settlement.payments.every((payment) => payment < 0n) ? 0n : amountSettled(settlement),
  },
};
