import { expireWallets } from '../../procedures/credit/move-wallet.ts';
import { firstDueDate } from '../../store/subscriptions.ts';
import { walletsExpiredBy } from '../../store/wallets.ts';
import type { Defect } from '../defect.ts';

/** Our own clock did so, until a drawn life was lived day by day. */
export const creditsLapseWithNextRun: Defect = {
  name: 'credits-lapse-with-next-run',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-ledger',
  severity: 'major',
  title:
    'Credits whose time is over are booked as lost on the day of the next run, which may be in another month',
  procedures: {
    expireWallets: (context, day) => {
      const isTheirDay = walletsExpiredBy(context, day).some(({ expires }) => expires === day);
      if (!isTheirDay || firstDueDate(context, day) !== null) expireWallets(context, day);
    },
  },
};
