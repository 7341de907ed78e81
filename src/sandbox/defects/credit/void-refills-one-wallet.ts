import { returnCredits } from '../../procedures/credit/return-credits.ts';
import type { Defect } from '../defect.ts';

/** getlago/lago-api#3703: the way back was made for the one wallet that a customer could have once. */
export const voidRefillsOneWallet: Defect = {
  name: 'void-refills-one-wallet',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-ledger',
  severity: 'minor',
  title:
    'Of several wallets that paid a void invoice only the first is filled again; what the others paid goes to the balance',
  procedures: {
    returnCredits: (context, invoice) => {
      let asked = 0;
      const rules: typeof context.rules = {
        ...context.rules,
        isWalletUsable: (wallet, day) => {
          asked += 1;
          return asked === 1 && context.rules.isWalletUsable(wallet, day);
        },
      };
      returnCredits({ ...context, rules }, invoice);
    },
  },
};
