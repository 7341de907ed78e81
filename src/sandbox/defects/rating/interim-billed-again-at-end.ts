import { billReached } from '../../procedures/invoicing/bill-reached.ts';
import type { Defect } from '../defect.ts';

/** The bill of the period asked for its usage and not for its bills. The list has no row for it. */
export const interimBilledAgainAtEnd: Defect = {
  name: 'interim-billed-again-at-end',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'What was invoiced at a threshold is on later bills of the period again',
  procedures: {
    billReached: (context, customerId) => {
      const ids = billReached(context, customerId);
      for (const id of ids)
        for (const { subscriptionId } of context.procedures.readInvoice(context, id).lines)
          context.store.run(
            'DELETE FROM billed_usage WHERE tenant = ? AND subscription = ?',
            context.tenantId,
            subscriptionId,
          );
      return ids;
    },
  },
};
