import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const expiredWalletSpent: Defect = {
  name: 'expired-wallet-spent',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-billed',
  severity: 'major',
  title: 'Credit that has expired is still used',
  rules: { isWalletUsable: () => true },
  procedures: { expireWallets: () => undefined },
};
