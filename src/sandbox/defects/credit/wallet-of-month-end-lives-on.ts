import { addDays } from '../../../model/date.ts';
import { isWalletUsable } from '../../rules/credit/wallet-choice.ts';
import type { Defect } from '../defect.ts';

/** The last day of a month was taken for the month. The list has no row for it. */
export const walletOfMonthEndLivesOn: Defect = {
  name: 'wallet-of-month-end-lives-on',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'lost',
  severity: 'minor',
  title: 'A wallet that expires on the last day of a month takes money on that day',
  rules: {
    isWalletUsable: (wallet, day) =>
      isWalletUsable(wallet, day) ||
      (wallet.expires === day && addDays(day, 1).endsWith('-01') && !day.endsWith('-01')),
  },
};
