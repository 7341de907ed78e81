import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const walletPaysAnyCharge: Defect = {
  name: 'wallet-pays-any-charge',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-billed',
  severity: 'major',
  title: 'A wallet for certain charges pays for all of them',
  rules: { isWalletFor: () => true },
};
