import { rebill } from '../../procedures/invoicing/rebill.ts';
import type { Defect } from '../defect.ts';

/** getlago/lago-api#4342 */
export const billedAgainWithoutCredit: Defect = {
  name: 'billed-again-without-credit',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'over-billed',
  severity: 'major',
  title: 'What is billed again after a void takes nothing from balance and wallets',
  procedures: {
    rebill: (context, request) => {
      const nothing = { applyBalance: () => undefined, spendWallets: () => undefined };
      return rebill({ ...context, procedures: { ...context.procedures, ...nothing } }, request);
    },
  },
};
