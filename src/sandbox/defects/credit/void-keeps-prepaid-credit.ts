import { returnCredits } from '../../procedures/credit/return-credits.ts';
import { walletsOf } from '../../store/wallets.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidKeepsPrepaidCredit: Defect = {
  name: 'void-keeps-prepaid-credit',
  row: 'INV',
  family: 'INV',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'major',
  title: 'Prepaid credit that was used on a voided invoice does not come back',
  procedures: {
    returnCredits: (context, invoice) => {
      const wallets = walletsOf(context, invoice.customerId).map(({ id }) => id);
      returnCredits(context, invoice);
      for (const id of wallets)
        context.store.run(
          "DELETE FROM wallet_entries WHERE tenant = ? AND wallet = ? AND kind = 'returned' AND invoice = ?",
          context.tenantId,
          id,
          invoice.id,
        );
    },
  },
};
