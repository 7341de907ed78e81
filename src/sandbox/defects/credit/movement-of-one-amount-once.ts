import { standardProcedures } from '../../procedures/index.ts';
import { walletEntriesOf } from '../../store/wallets.ts';
import type { Defect } from '../defect.ts';

/** As much as the last time on the same day was taken for the last time. */
export const movementOfOneAmountOnce: Defect = {
  name: 'movement-of-one-amount-once',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'lost',
  severity: 'major',
  title: 'As many credits as were bought or taken out just before are not bought or taken out again',
  procedures: {
    topUpWallet: async (context, movement) =>
      lastOf(context, movement, 1n) ?? (await standardProcedures.topUpWallet(context, movement)),
    withdrawCredits: async (context, movement) =>
      lastOf(context, movement, -1n) ?? (await standardProcedures.withdrawCredits(context, movement)),
  },
};

type TopUp = typeof standardProcedures.topUpWallet;

function lastOf(
  context: Parameters<TopUp>[0],
  { walletId, credits }: Parameters<TopUp>[1],
  sign: 1n | -1n,
): string | null {
  const kind = sign === 1n ? 'top-up' : 'withdrawn';
  const last = walletEntriesOf(context, walletId).findLast((entry) => entry.kind === kind);
  const asked = BigInt(Math.round(Number(credits) * 100_000)) * sign;
  return last?.credits === asked ? last.id : null;
}
