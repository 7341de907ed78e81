import { addDays } from '../../../model/date.ts';
import { expireWallets } from '../../procedures/credit/move-wallet.ts';
import type { Defect } from '../defect.ts';

/** The end was taken for the last day on which the credit counts. The list has no row for it. */
export const endedCreditKeepsLastDay: Defect = {
  name: 'ended-credit-keeps-last-day',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-billed',
  severity: 'minor',
  title: 'On the day on which prepaid credit has ended it is still used',
  rules: { isWalletUsable: ({ expires }, day) => expires === null || day <= expires },
  procedures: { expireWallets: (context, day) => expireWallets(context, addDays(day, -1)) },
};
