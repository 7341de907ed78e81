import { billedTerms } from '../../store/invoice-lines.ts';
import type { Defect } from '../defect.ts';

/** Two lines were found for one service, and neither was taken for the one to go by. */
export const secondFeeOfADayCreditedInFull: Defect = {
  name: 'second-fee-of-a-day-credited-in-full',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-credited',
  severity: 'major',
  title:
    'Where a charge was billed twice from one day on, its unused days are given back without the discount',
  procedures: {
    readBilledTerms: (context, service) => {
      const terms = billedTerms(context, service);
      const lines = context.store.all(
        `SELECT 1 FROM invoice_lines WHERE tenant = ? AND subscription = ? AND period_from = ? AND charge = ?
         AND kind <> 'proration-credit'`,
        context.tenantId,
        service.subscriptionId,
        service.from,
        service.charge,
      );
      return terms === null || lines.length < 2 ? terms : { ...terms, taken: 0n };
    },
  },
};
