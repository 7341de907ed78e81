import { type AccountLife, done, keyOf } from './account-act.ts';

/** Its credit pays whatever is billed. */
export const walletForAll = 'for all';

async function drawnWallet({ faker, contract }: AccountLife): Promise<string> {
  return faker.helpers.arrayElement(await contract.session.wallets(contract.customerId)).id;
}

export async function topUp(life: AccountLife): Promise<boolean> {
  const walletId = await drawnWallet(life);
  const credits = life.faker.helpers.arrayElement(['30', '0.5', '12.34567', '100']);
  const { session } = life.contract;
  const isDone = await done(life, session.topUpWallet({ key: keyOf(life), walletId, credits }));
  if (!isDone) return false;
  const paid = (await session.walletEntries(walletId)).filter(({ kind }) => kind === 'top-up').at(-1);
  life.cash += paid?.amount.amountMinor ?? 0n;
  return true;
}

export async function withdraw(life: AccountLife): Promise<boolean> {
  const walletId = await drawnWallet(life);
  const credits = life.faker.helpers.arrayElement(['5', '0.33333', '40']);
  return done(life, life.contract.session.withdrawCredits({ key: keyOf(life), walletId, credits }));
}
