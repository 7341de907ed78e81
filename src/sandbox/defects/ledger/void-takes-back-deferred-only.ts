import { voidInvoice } from '../../procedures/invoicing/void-invoice.ts';
import { deferredOf } from '../../store/ledger.ts';
import type { Defect } from '../defect.ts';

/** A sibling of frappe/erpnext#18171. The list has no row for it. */
export const voidTakesBackDeferredOnly: Defect = {
  name: 'void-takes-back-deferred-only',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A void after the end of a month is booked against the deferred revenue in full',
  procedures: {
    voidInvoice: async (context, request) => {
      const { postLedger } = context.procedures;
      const isDeferred = deferredOf(context, request.invoiceId) > 0n;
      const procedures: typeof context.procedures = {
        ...context.procedures,
        postLedger: (inner, posting) =>
          postLedger(inner, {
            ...posting,
            lines: posting.lines.map((line) =>
              isDeferred && line.account === 'revenue' ? { ...line, account: 'deferred-revenue' } : line,
            ),
          }),
      };
      await voidInvoice({ ...context, procedures }, request);
    },
  },
};
