import { minorUnitDigits } from '../../../model/currency.ts';
import { compare, type Fraction, fractionOf, minus, smaller, zero } from '../../arithmetic/fraction.ts';
import type { InvoiceDraft } from '../../billing/stored-invoice.ts';
import type { StoredWallet, WalletUse } from '../../billing/stored-wallet.ts';
import type { SettleablePart, WalletPlan } from '../../engine/wallet-procedures.ts';
import type { Context } from '../../engine.ts';
import { walletsOf } from '../../store/wallets.ts';

/**
 * One wallet after the other. Only wallets for certain charges use these charges up: one for all of them settles whatever
 * else there is first, so that the order of lines and wallets takes nothing from anybody.
 */
export function planWallets(context: Context, { invoice, due }: WalletPlan): readonly WalletUse[] {
  const parts = context.procedures.settleableParts(context, invoice).map((part) => ({ ...part }));
  const uses: WalletUse[] = [];
  let left = due;
  for (const wallet of usableWallets(context, invoice)) {
    const mine = parts.filter(({ charge }) => context.rules.isWalletFor(wallet, charge));
    const amount = context.rules.walletUse({
      available: context.procedures.walletHoldings(context, wallet.id).amount,
      parts: mine.map((part) => part.amount),
      due: left,
      currency: invoice.currency,
    });
    if (amount === 0n) continue;
    uses.push({ wallet, amount });
    left -= amount;
    if (wallet.charges !== null) useUp(mine, inMajorUnits(amount, invoice.currency));
  }
  return uses;
}

export function settleableParts(_context: Context, invoice: InvoiceDraft): readonly SettleablePart[] {
  return invoice.lines.map((line) => ({
    charge: line.charge,
    amount: inMajorUnits(line.net - line.discount + line.tax, invoice.currency),
  }));
}

function usableWallets(context: Context, invoice: InvoiceDraft): readonly StoredWallet[] {
  const wallets = walletsOf(context, invoice.customerId).filter(
    ({ currency }) => currency === invoice.currency,
  );
  return context.rules
    .walletOrder(wallets)
    .filter((wallet) => context.rules.isWalletUsable(wallet, invoice.issueDate));
}

function useUp(parts: readonly { amount: Fraction }[], amount: Fraction): void {
  let rest = amount;
  for (const part of parts) {
    if (compare(part.amount, zero) <= 0) continue;
    const used = smaller(part.amount, rest);
    part.amount = minus(part.amount, used);
    rest = minus(rest, used);
  }
}

function inMajorUnits(amountMinor: bigint, currency: string): Fraction {
  return fractionOf(amountMinor, 10n ** BigInt(minorUnitDigits(currency)));
}
