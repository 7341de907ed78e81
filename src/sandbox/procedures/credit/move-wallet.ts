import type { NewWallet, WalletMovement } from '../../../model/billing/wallet.ts';
import type { LocalDate } from '../../../model/date.ts';
import { fractionFromDecimal } from '../../arithmetic/fraction.ts';
import type { StoredWallet, StoredWalletEntry } from '../../billing/stored-wallet.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal, refuse } from '../../refusal.ts';
import { customerById } from '../../store/customers.ts';
import { countExecution } from '../../store/executions.ts';
import { todayOf } from '../../store/tenants.ts';
import {
  insertWallet,
  insertWalletEntry,
  walletById,
  walletEntryByKey,
  walletsExpiredBy,
} from '../../store/wallets.ts';

export function openWallet(context: Context, wallet: NewWallet): string {
  const id = newId('wal');
  const { currency } = customerById(context, wallet.customerId);
  insertWallet(context, { ...wallet, id, currency });
  return id;
}

export async function topUpWallet(context: Context, movement: WalletMovement): Promise<string> {
  return once(context, movement, (wallet) => {
    const today = todayOf(context.store, context.tenantId);
    if (!context.rules.isWalletUsable(wallet, today)) refuse('walletId', 'Found a wallet that has expired.');
    const credits = context.rules.wholeCredits(fractionFromDecimal(movement.credits));
    const amount = context.rules.creditValue(credits, wallet);
    if (amount <= 0n) refuse('credits', 'Found credits worth nothing, expected at least one minor unit.');
    const entry = { wallet, key: movement.key, kind: 'top-up', credits, amount } as const;
    return write(context, entry, context.rules.topUpPostings(amount));
  });
}

export async function withdrawCredits(context: Context, movement: WalletMovement): Promise<string> {
  return once(context, movement, (wallet) => {
    const held = context.procedures.walletHoldings(context, wallet.id);
    const credits = context.rules.wholeCredits(fractionFromDecimal(movement.credits));
    if (credits <= 0n || credits > held.credits)
      refuse('credits', `Found ${movement.credits}, expected no more than the wallet holds.`);
    const value = context.rules.creditValue(credits, wallet);
    const amount = credits === held.credits || value > held.amount ? held.amount : value;
    const entry = {
      wallet,
      key: movement.key,
      kind: 'withdrawn',
      credits: -credits,
      amount: -amount,
    } as const;
    return write(context, entry, context.rules.lapsePostings(amount));
  });
}

export function expireWallets(context: Context, day: LocalDate): void {
  for (const wallet of walletsExpiredBy(context, day)) {
    const { credits, amount } = context.procedures.walletHoldings(context, wallet.id);
    if (credits === 0n && amount === 0n) continue;
    const entry = { wallet, key: null, kind: 'expired', credits: -credits, amount: -amount } as const;
    write(context, entry, context.rules.lapsePostings(amount));
  }
}

/** One movement for each key, asked and done in one transaction. */
function once(context: Context, movement: WalletMovement, move: (wallet: StoredWallet) => string): string {
  return context.store.transaction(() => {
    const wallet = walletById(context, movement.walletId);
    const known = walletEntryByKey(context, movement.key);
    if (known !== null && isRepeat(context, known, movement)) return known.id;
    if (known !== null)
      throw new Refusal({
        status: 409,
        field: 'idempotency-key',
        message: 'Found the key on another movement.',
      });
    countExecution(context, movement.key);
    return move(wallet);
  });
}

function isRepeat(
  { rules }: Context,
  known: StoredWalletEntry,
  { walletId, credits }: WalletMovement,
): boolean {
  const asked = rules.wholeCredits(fractionFromDecimal(credits));
  const moved = known.credits < 0n ? -known.credits : known.credits;
  return rules.isSameRequest(`${moved} of ${known.walletId}`, `${asked} of ${walletId}`);
}

type Movement = Pick<StoredWalletEntry, 'key' | 'kind' | 'credits' | 'amount'> & {
  readonly wallet: StoredWallet;
};

function write(
  context: Context,
  { wallet, ...entry }: Movement,
  lines: ReturnType<Context['rules']['topUpPostings']>,
): string {
  const id = newId('wtx');
  const date = todayOf(context.store, context.tenantId);
  insertWalletEntry(context, { ...entry, id, walletId: wallet.id, date, invoiceId: null });
  const { currency, customerId } = wallet;
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId: null, lines });
  return id;
}
