import { quotedCredit } from '../../procedures/credit/quoted-credit.ts';
import { planWallets } from '../../procedures/subscription/plan-wallets.ts';
import type { Defect } from '../defect.ts';

/** Wallets were asked for by customer, and the preview took the first answer. The list has no row for it. */
export const previewLeavesOutNarrowWallet: Defect = {
  name: 'preview-leaves-out-narrow-wallet',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'Where a wallet pays for everything, a preview forgets those for certain charges',
  procedures: {
    quotedCredit: (context, draft) => {
      const procedures: typeof context.procedures = {
        ...context.procedures,
        planWallets: (within, plan) => {
          const uses = planWallets(within, plan);
          const wide = uses.filter(({ wallet }) => wallet.charges === null);
          return wide.length === 0 ? uses : wide;
        },
      };
      return quotedCredit({ ...context, procedures }, draft);
    },
  },
};
