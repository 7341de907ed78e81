import type { WalletMovement } from '../../model/billing/wallet.ts';
import { type AccountLife, done, keyOf } from './account-act.ts';

/** Its credit pays whatever is billed. */
export const walletForAll = 'for all';

async function drawnWallet({ faker, contract }: AccountLife): Promise<string> {
  return faker.helpers.arrayElement(await contract.session.wallets(contract.customerId)).id;
}

export async function topUp(life: AccountLife): Promise<boolean> {
  const walletId = await drawnWallet(life);
  const credits = life.faker.helpers.arrayElement(['30', '0.5', '12.34567', '100']);
  return fill(life, { key: keyOf(life), walletId, credits });
}

/** What was paid for the credits came in. */
export async function fill(life: AccountLife, movement: WalletMovement): Promise<boolean> {
  const { session } = life.contract;
  const { walletId } = movement;
  if (!(await done(life, session.topUpWallet(movement)))) return false;
  const paid = (await session.walletEntries(walletId)).filter(({ kind }) => kind === 'top-up').at(-1);
  life.cash += paid?.amount.amountMinor ?? 0n;
  return true;
}

export async function withdraw(life: AccountLife): Promise<boolean> {
  const walletId = await drawnWallet(life);
  const credits = life.faker.helpers.arrayElement(['5', '0.33333', '40']);
  return done(life, life.contract.session.withdrawCredits({ key: keyOf(life), walletId, credits }));
}
