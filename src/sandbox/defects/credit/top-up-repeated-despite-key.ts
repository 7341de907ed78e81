import { newId } from '../../new-id.ts';
import { topUpWallet } from '../../procedures/credit/move-wallet.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const topUpRepeatedDespiteKey: Defect = {
  name: 'top-up-repeated-despite-key',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'A top-up that is sent again with its key gives the credits again',
  procedures: {
    topUpWallet: (context, movement) => topUpWallet(context, { ...movement, key: newId('key') }),
  },
};
