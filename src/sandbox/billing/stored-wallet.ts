import type { NewWallet, WalletEntryKind } from '../../model/billing/wallet.ts';
import type { LocalDate } from '../../model/date.ts';

export interface StoredWallet extends NewWallet {
  readonly id: string;
  readonly currency: string;
  /** The order in which wallets were opened. */
  readonly sequence: number;
}

/** A movement in 0.00001 credits and in minor units; what leaves the wallet is negative. */
export interface StoredWalletEntry {
  readonly id: string;
  /** Null for what the engine did by itself. */
  readonly key: string | null;
  readonly walletId: string;
  readonly kind: WalletEntryKind;
  readonly credits: bigint;
  readonly amount: bigint;
  readonly date: LocalDate;
  readonly invoiceId: string | null;
}

export interface WalletHoldings {
  readonly credits: bigint;
  readonly amount: bigint;
}

/** A part of an invoice that a wallet settles. */
export interface WalletUse {
  readonly wallet: StoredWallet;
  readonly amount: bigint;
}
