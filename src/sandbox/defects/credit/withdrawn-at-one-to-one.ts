import { withdrawCredits } from '../../procedures/credit/move-wallet.ts';
import type { Defect } from '../defect.ts';

/** The rate of a wallet for certain charges was read when it is used, not when it is emptied. The list has no row for it. */
export const withdrawnAtOneToOne: Defect = {
  name: 'withdrawn-at-one-to-one',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Credits that are taken out of a wallet for certain charges are worth one each',
  procedures: {
    withdrawCredits: (context, movement) => {
      const rules: typeof context.rules = {
        ...context.rules,
        creditValue: (credits, wallet) =>
          context.rules.creditValue(credits, isNarrow(wallet) ? { ...wallet, rate: '1' } : wallet),
      };
      return withdrawCredits({ ...context, rules }, movement);
    },
  },
};

function isNarrow(wallet: object): boolean {
  return 'charges' in wallet && wallet.charges !== null;
}
