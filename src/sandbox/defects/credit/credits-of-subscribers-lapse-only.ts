import { standardProcedures } from '../../procedures/index.ts';
import { subscriptionsOf } from '../../store/subscriptions.ts';
import { walletById } from '../../store/wallets.ts';
import type { Defect } from '../defect.ts';

/** What is over was looked for when a subscription was billed. */
export const creditsOfSubscribersLapseOnly: Defect = {
  name: 'credits-of-subscribers-lapse-only',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'minor',
  title: 'Credits of a customer without a subscription are there after their last day',
  procedures: {
    expireWallets: (context, day) => {
      const procedures: typeof context.procedures = {
        ...context.procedures,
        walletHoldings: (within, walletId) => {
          const { customerId } = walletById(within, walletId);
          if (subscriptionsOf(within, customerId).length === 0) return { credits: 0n, amount: 0n };
          return context.procedures.walletHoldings(within, walletId);
        },
      };
      standardProcedures.expireWallets({ ...context, procedures }, day);
    },
  },
};
