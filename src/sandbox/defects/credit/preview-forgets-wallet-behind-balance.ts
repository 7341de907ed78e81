import { quotedCredit } from '../../procedures/credit/quoted-credit.ts';
import type { Defect } from '../defect.ts';

/** getlago/lago-api#3084 */
export const previewForgetsWalletBehindBalance: Defect = {
  name: 'preview-forgets-wallet-behind-balance',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'A preview takes the wallet into account only where there is no balance',
  procedures: {
    quotedCredit: (context, draft) => {
      const available = context.procedures.availableBalance(context, draft.customerId);
      const balance = context.rules.creditToApply({ available, due: draft.total });
      return balance > 0n ? balance : quotedCredit(context, draft);
    },
  },
};
