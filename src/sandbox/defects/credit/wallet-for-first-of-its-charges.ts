import { isWalletFor } from '../../rules/credit/wallet-choice.ts';
import type { Defect } from '../defect.ts';

/** The column held one code. The list has no row for it. */
export const walletForFirstOfItsCharges: Defect = {
  name: 'wallet-for-first-of-its-charges',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'major',
  title: 'A wallet for several charges pays for the first of them only',
  rules: {
    isWalletFor: ({ charges }, charge) =>
      isWalletFor({ charges: charges === null ? null : charges.slice(0, 1) }, charge),
  },
};
