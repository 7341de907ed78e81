import type { NewWallet, Wallet, WalletEntry, WalletMovement } from '../../model/billing/wallet.ts';

export interface WalletVerbs {
  openWallet(wallet: NewWallet): Promise<Wallet>;
  /** The customer pays for credits. */
  topUpWallet(movement: WalletMovement): Promise<WalletEntry>;
  /** Takes credits out of a wallet without an invoice. */
  withdrawCredits(movement: WalletMovement): Promise<WalletEntry>;
  /** In the order in which they were opened. */
  wallets(customerId: string): Promise<readonly Wallet[]>;
  /** Oldest first. */
  walletEntries(walletId: string): Promise<readonly WalletEntry[]>;
}
