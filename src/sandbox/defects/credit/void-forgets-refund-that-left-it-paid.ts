import { refundedFor } from '../../store/refunds.ts';
import type { Defect } from '../defect.ts';

/** Our own until 23 November 2026: only one of two habits of refunds had been thought of. */
export const voidForgetsRefundThatLeftItPaid: Defect = {
  name: 'void-forgets-refund-that-left-it-paid',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'Where refunds leave an invoice paid, its void gives back what was refunded, too',
  procedures: {
    moneyKept: (context, invoice) => {
      const refunded = refundedFor(context, invoice.id);
      return context.rules.moneyGivenBack({ paid: invoice.paid + refunded, refunded });
    },
  },
};
