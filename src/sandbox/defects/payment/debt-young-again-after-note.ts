import { debtsOf } from '../../procedures/payment/dun.ts';
import { creditNotesOf } from '../../store/credit-notes.ts';
import type { Defect } from '../defect.ts';

/** The debt was written anew when the note was taken back. The list has no row for it. */
export const debtYoungAgainAfterNote: Defect = {
  name: 'debt-young-again-after-note',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'minor',
  title: 'An invoice whose credit note was taken back is late from that day only',
  procedures: {
    debtsOf: (context, customerId) => {
      const notes = creditNotesOf(context, customerId);
      return debtsOf(context, customerId).map((debt) => {
        const days = notes.flatMap(({ invoiceId, voided }) =>
          invoiceId === debt.invoiceId && voided !== null && voided.date > debt.dueDate ? [voided.date] : [],
        );
        const [latest] = days.toSorted().toReversed();
        return latest === undefined ? debt : { ...debt, issueDate: latest, dueDate: latest };
      });
    },
  },
};
