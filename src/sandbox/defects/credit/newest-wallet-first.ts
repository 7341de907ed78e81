import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const newestWalletFirst: Defect = {
  name: 'newest-wallet-first',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'minor',
  title: 'The newest wallet is used first, and what expires is lost',
  rules: { walletOrder: (wallets) => wallets.toSorted((a, b) => b.sequence - a.sequence) },
};
