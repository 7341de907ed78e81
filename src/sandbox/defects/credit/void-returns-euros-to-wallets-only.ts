import { returnCredits } from '../../procedures/credit/return-credits.ts';
import type { Defect } from '../defect.ts';

/** Wallets were looked up by the currency of the seller. The list has no row for it. */
export const voidReturnsEurosToWalletsOnly: Defect = {
  name: 'void-returns-euros-to-wallets-only',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-ledger',
  severity: 'minor',
  title: 'What a void invoice in another currency than euros used of a wallet goes to the balance',
  procedures: {
    returnCredits: (context, invoice) => {
      const isWalletUsable = () => false;
      const rules = { ...context.rules, ...(invoice.currency === 'EUR' ? {} : { isWalletUsable }) };
      returnCredits({ ...context, rules }, invoice);
    },
  },
};
