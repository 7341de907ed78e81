import type { NewWallet, WalletMovement } from '../../model/billing/wallet.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Fraction } from '../arithmetic/fraction.ts';
import type { InvoiceDraft, StoredInvoice } from '../billing/stored-invoice.ts';
import type { WalletHoldings, WalletUse } from '../billing/stored-wallet.ts';
import type { Context } from '../engine.ts';

/** Prepaid credits: bought, used on invoices, taken out, lost. */
export interface WalletProcedures {
  /** Answers the id of the new wallet. */
  readonly openWallet: (context: Context, wallet: NewWallet) => string;
  /** Answers the id of the entry, of the first one when the key comes again. */
  readonly topUpWallet: (context: Context, movement: WalletMovement) => Promise<string>;
  readonly withdrawCredits: (context: Context, movement: WalletMovement) => Promise<string>;
  readonly walletHoldings: (context: Context, walletId: string) => WalletHoldings;
  /** What each wallet of the customer would settle of an invoice; writes nothing. */
  readonly planWallets: (context: Context, invoice: WalletPlan) => readonly WalletUse[];
  /** What of each line wallets may settle, with its tax, in major units. */
  readonly settleableParts: (context: Context, invoice: InvoiceDraft) => readonly SettleablePart[];
  /** Uses the customer's wallets on an invoice that was just issued. */
  readonly spendWallets: (context: Context, invoice: StoredInvoice) => void;
  /** Empties the wallets whose last day is over. */
  readonly expireWallets: (context: Context, day: LocalDate) => void;
}

export interface WalletPlan {
  readonly invoice: InvoiceDraft;
  /** What is left to pay of it. */
  readonly due: bigint;
}

export interface SettleablePart {
  readonly charge: string | null;
  readonly amount: Fraction;
}
