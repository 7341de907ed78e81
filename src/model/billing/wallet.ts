import type { CurrencyCode } from '../currency.ts';
import type { LocalDate } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { Money } from '../money.ts';

export interface NewWallet {
  readonly key: string;
  readonly customerId: string;
  readonly name: string;
  /** What one credit is worth, in major units of the customer's currency. */
  readonly rate: Decimal;
  /** The wallet with the lowest number is used first; of equal ones the one that expires first, then the oldest. */
  readonly priority: number;
  /** The first day on which it is worth nothing; null for one that never expires. */
  readonly expires: LocalDate | null;
  /** Codes of the charges that it may be used on; null is all. */
  readonly charges: readonly string[] | null;
}

/** Prepaid credits of a customer. Credits and balance are always the sums of its entries, and never negative. */
export interface Wallet extends NewWallet {
  readonly id: string;
  readonly currency: CurrencyCode;
  /** At most five digits after the point. */
  readonly credits: Decimal;
  readonly balance: Money;
}

export type WalletEntryKind = 'top-up' | 'spent' | 'returned' | 'withdrawn' | 'expired';

/** One movement of a wallet; what leaves it is negative. */
export interface WalletEntry {
  readonly id: string;
  readonly walletId: string;
  readonly date: LocalDate;
  readonly kind: WalletEntryKind;
  readonly credits: Decimal;
  readonly amount: Money;
  /** The invoice that it was used on, or that gave it back. */
  readonly invoiceId: string | null;
}

export interface WalletMovement {
  /** Repeating it with the same key must change nothing more. */
  readonly key: string;
  readonly walletId: string;
  /** Above zero; digits after the fifth are cut. */
  readonly credits: Decimal;
}
