import { writeCreditNote } from '../../procedures/credit/issue-credit-note.ts';
import { settleUnpaid } from '../../procedures/subscription/close-customer.ts';
import { invoicesOf } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

export const closingCreditsWhatIsPaid: Defect = {
  name: 'closing-credits-what-is-paid',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-credited',
  severity: 'critical',
  title: 'When a customer is closed and what is unpaid is credited, what was paid is credited, too',
  procedures: {
    settleUnpaid: (context, closing) => {
      settleUnpaid(context, closing);
      if (closing.unpaid !== 'credited') return;
      for (const { id: invoiceId, paid, total } of invoicesOf(context, closing.customerId)) {
        if (paid < total) continue;
        const note = {
          key: `closing/${invoiceId}`,
          invoiceId,
          part: { kind: 'whole' },
          reason: 'closed',
        } as const;
        writeCreditNote(context, note, context.procedures.draftCreditNote(context, note));
      }
    },
  },
};
