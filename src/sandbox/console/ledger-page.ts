import type { Context } from '../engine.ts';
import { everyEntry } from '../store/ledger.ts';
import { escapeHtml } from './escape-html.ts';
import { consolePath, page, shownAmount, table } from './page.ts';

/** All entries of the world, and what each account comes to. */
export function ledgerPage(context: Context): string {
  const entries = everyEntry(context);
  const balances = new Map<string, bigint>();
  for (const { account, side, amount } of entries) {
    const key = `${account} ${amount.currency}`;
    const signed = side === 'debit' ? amount.amountMinor : -amount.amountMinor;
    balances.set(key, (balances.get(key) ?? 0n) + signed);
  }
  const amounts = [
    { name: 'Debit', isAmount: true as const },
    { name: 'Credit', isAmount: true as const },
  ];
  const sums = [...balances].map(([key, balance]) => {
    const [account = '', currency = ''] = key.split(' ');
    return [`${escapeHtml(account)} in ${escapeHtml(currency)}`, ...sides(balance, currency)];
  });
  const rows = entries.map(({ date, account, side, amount, invoiceId }) => [
    date,
    escapeHtml(account),
    invoiceId === null
      ? ''
      : `<a href="${consolePath(context.tenantId)}/invoices/${encodeURIComponent(invoiceId)}">invoice</a>`,
    ...sides(side === 'debit' ? amount.amountMinor : -amount.amountMinor, amount.currency),
  ]);
  return page({
    title: 'Ledger',
    tenantId: context.tenantId,
    body: `${table('Balances', [{ name: 'Account' }, ...amounts], sums)}
${table('Entries', [{ name: 'Day' }, { name: 'Account' }, { name: 'Document' }, ...amounts], rows)}`,
  });
}

function sides(debit: bigint, currency: string): readonly [string, string] {
  const shown = shownAmount(debit < 0n ? -debit : debit, currency);
  return debit < 0n ? ['', shown] : [shown, ''];
}
