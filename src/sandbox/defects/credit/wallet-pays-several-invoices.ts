import { todayOf } from '../../store/tenants.ts';
import { walletEntriesOf } from '../../store/wallets.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const walletPaysSeveralInvoices: Defect = {
  name: 'wallet-pays-several-invoices',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Each of several invoices of one day uses the same prepaid credit',
  procedures: {
    walletHoldings: (context, walletId) => {
      const today = todayOf(context.store, context.tenantId);
      const entries = walletEntriesOf(context, walletId).filter(
        ({ kind, date }) => kind !== 'spent' || date < today,
      );
      return {
        credits: entries.reduce((sum, { credits }) => sum + credits, 0n),
        amount: entries.reduce((sum, { amount }) => sum + amount, 0n),
      };
    },
  },
};
