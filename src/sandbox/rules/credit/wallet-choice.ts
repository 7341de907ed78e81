import type { LocalDate } from '../../../model/date.ts';
import type { StoredWallet } from '../../billing/stored-wallet.ts';

/** By priority; of equal ones what would be lost first, then what was paid first. */
export function walletOrder(wallets: readonly StoredWallet[]): readonly StoredWallet[] {
  return wallets.toSorted(
    (a, b) => a.priority - b.priority || compareExpiry(a.expires, b.expires) || a.sequence - b.sequence,
  );
}

/** `expires` is the first day on which the wallet is worth nothing. */
export function isWalletUsable(wallet: { readonly expires: LocalDate | null }, day: LocalDate): boolean {
  return wallet.expires === null || day < wallet.expires;
}

export function isWalletFor(
  wallet: { readonly charges: readonly string[] | null },
  charge: string | null,
): boolean {
  if (wallet.charges === null) return true;
  return charge !== null && wallet.charges.includes(charge);
}

function compareExpiry(left: LocalDate | null, right: LocalDate | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
