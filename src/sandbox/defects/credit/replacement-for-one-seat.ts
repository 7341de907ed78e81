import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const replacementForOneSeat: Defect = {
  name: 'replacement-for-one-seat',
  row: 'RAT',
  family: 'RAT',
  stage: 'credit',
  effect: 'under-billed',
  severity: 'major',
  title: 'An invoice that is billed again counts one unit of each line',
  procedures: {
    linesToRebill: (context, rebilled) =>
      linesToRebill(context, rebilled).map((line) => {
        const units = BigInt(Math.max(1, Math.trunc(Number(line.quantity))));
        return { ...line, quantity: '1', net: line.net / units };
      }),
  },
};
