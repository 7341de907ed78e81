import type { BookValue } from '../../../model/billing/exchange.ts';
import type { Context, Posting } from '../../engine.ts';
import type { ValuedLine } from '../../rules/ledger/book-values.ts';
import type { PostingLine } from '../../rules/ledger/ledger-postings.ts';
import { insertBookValue, openReceivable, rateOfInvoice } from '../../store/exchange.ts';
import { entityOf } from '../../store/legal-entities.ts';

type Rate = NonNullable<BookValue['rate']>;

/** Every posting stands in the books of the entity in the entity's own currency, too, and balances there as well. */
export function valuePosting(context: Context, posting: Posting & { readonly id: string }): void {
  const to = entityOf(context, posting.customerId)?.currency ?? null;
  if (to === null) return;
  if (to === posting.currency) {
    for (const { account, side, amountMinor: value } of posting.lines)
      writeValue(context, posting, { to, line: { account, side, value }, rate: null });
    return;
  }
  const rates = ratesFor(context, posting, to);
  const lines = posting.lines.map((line) => valued(context, { posting, line, rates, to }));
  const isMoney = posting.lines.some(({ account }) => context.rules.isValuedOnItsDay(account));
  const difference = isMoney && posting.invoiceId !== null ? context.rules.exchangeDifference(lines) : null;
  const all = difference === null ? lines : [...lines, difference];
  for (const line of context.rules.evenedOut(all))
    writeValue(context, posting, { to, line, rate: rateShown(context, line.account, rates) });
}

interface Rates {
  /** What money of the day is worth. */
  readonly ofDay: Rate;
  /** What hangs on the invoice is worth. */
  readonly ofInvoice: Rate;
}

/** Money that has come is valued at the latest rate there is, however old; an invoice waits for a fresh one. */
function ratesFor(context: Context, posting: Posting, to: string): Rates {
  const { invoiceId, date: day, currency: from } = posting;
  const known = invoiceId === null ? null : rateOfInvoice(context, invoiceId);
  if (known === null) {
    const rate = context.procedures.rateOfDay(context, { from, to, day });
    return { ofDay: rate, ofInvoice: rate };
  }
  const isMoney = posting.lines.some(({ account }) => context.rules.isValuedOnItsDay(account));
  if (!isMoney) return { ofDay: known, ofInvoice: known };
  const rates = context.procedures.readRates(context, { from, to });
  return { ofDay: context.rules.rateInForce(rates, day) ?? known, ofInvoice: known };
}

interface LineQuestion {
  readonly posting: Posting & { readonly id: string };
  readonly line: PostingLine;
  readonly rates: Rates;
  readonly to: string;
}

function valued(context: Context, { posting, line, rates, to }: LineQuestion): ValuedLine {
  const { account, side, amountMinor } = line;
  const { rate } = context.rules.isValuedOnItsDay(account) ? rates.ofDay : rates.ofInvoice;
  const value = context.rules.exchanged({ amountMinor, from: posting.currency, to, rate });
  if (account !== 'receivables' || posting.invoiceId === null) return { account, side, value };
  const { openMinor, openValue } = openReceivable(context, {
    invoiceId: posting.invoiceId,
    before: posting.id,
  });
  // A void takes all off before it gives back what was settled: then the invoice is open below zero, and a debit settles it.
  const sign = side === 'credit' ? 1n : -1n;
  const question = { openMinor: sign * openMinor, openValue: sign * openValue };
  const settled = { settledMinor: amountMinor, atInvoiceRate: value };
  return { account, side, value: context.rules.releasedValue({ ...question, ...settled }) };
}

/** What a rate won or lost has no rate of its own. */
function rateShown(context: Context, account: ValuedLine['account'], rates: Rates): Rate | null {
  if (account === 'exchange-gain' || account === 'exchange-loss') return null;
  return context.rules.isValuedOnItsDay(account) ? rates.ofDay : rates.ofInvoice;
}

function writeValue(
  context: Context,
  posting: Posting & { readonly id: string },
  { to, line, rate }: { readonly to: string; readonly line: ValuedLine; readonly rate: Rate | null },
): void {
  insertBookValue(context, {
    postingId: posting.id,
    date: posting.date,
    account: line.account,
    side: line.side,
    amount: { currency: to, amountMinor: line.value },
    customerId: posting.customerId,
    invoiceId: posting.invoiceId,
    rate,
  });
}
