import { balanceEntriesOf } from '../../store/balance.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Invoices made together each read the credit as it stood before all of them. */
export const creditPaysSeveralInvoices: Defect = {
  name: 'credit-pays-several-invoices',
  row: 'CRE-08',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'Each of several invoices of one day uses the same credit',
  procedures: {
    availableBalance: (context, customerId) => {
      const today = todayOf(context.store, context.tenantId);
      return balanceEntriesOf(context, customerId)
        .filter(({ kind, date }) => kind !== 'applied' || date < today)
        .reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
    },
  },
};
