import { type Money, moneyAmount } from '../../model/money.ts';
import type { Debtor } from '../situations/paying-customer.ts';

export interface Beforehand {
  readonly key: string;
  readonly amount: Money;
}

/** One credit is one of the currency. */
export async function openWalletFor({ session, customerId }: Debtor, key: string): Promise<void> {
  const terms = { rate: '1', priority: 1, expires: null, charges: null } as const;
  await session.openWallet({ key: `${key}-wallet`, customerId, name: 'beforehand', ...terms });
}

export async function topUpFor({ session, customerId }: Debtor, { key, amount }: Beforehand): Promise<void> {
  const [wallet] = await session.wallets(customerId);
  if (wallet !== undefined)
    await session.topUpWallet({ key, walletId: wallet.id, credits: moneyAmount(amount) });
}

/** Pays what is open, and stays on the balance for the rest. */
export async function transferFor(
  { session, customerId }: Debtor,
  { key, amount }: Beforehand,
): Promise<void> {
  await session.receive({ key, customerId, amount, invoiceIds: null });
}
