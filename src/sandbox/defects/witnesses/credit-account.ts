import { canonicalDecimal } from '../../../model/decimal.ts';
import { moneyAmount, negateMoney, parseMoney, sumMoney } from '../../../model/money.ts';
import { flatFee, type ShownInvoice, type TestWorld } from '../../test-world.ts';
import { paidInvoice } from './witness.ts';

/** Answers the status. */
export async function voidWith(world: TestWorld, invoiceId: string, key: string): Promise<number> {
  const url = `/v1/invoices/${invoiceId}/void`;
  return (await world.callWith({ 'idempotency-key': key }, { method: 'POST', url, body: {} })).status;
}

export function rebilled(world: TestWorld, invoiceId: string): Promise<ShownInvoice> {
  return world.ok<ShownInvoice>('POST', `/v1/invoices/${invoiceId}/rebill`, { without: [] });
}

export async function balanceOf(world: TestWorld, customerId: string): Promise<string> {
  type Balance = { amount: { amount: string } };
  return (await world.ok<Balance>('GET', `/v1/customers/${customerId}/balance`)).amount.amount;
}

/** EUR 100.00 that were paid for a voided invoice are used on a second one, of EUR 100.00. */
export async function usedCredit(world: TestWorld): Promise<string> {
  const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
  await voidWith(world, id, 'v1');
  await world.subscribe(customerId, 'gold', { key: 's2' });
  return customerId;
}

/** One invoice of EUR 100.00 and EUR 19.00 tax, voided. */
export async function voidedWithTax(world: TestWorld): Promise<string> {
  await world.publish('gold', [flatFee('100.00')]);
  await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  await voidWith(world, (await world.invoices(customerId))[0]?.id ?? '', 'v1');
  return customerId;
}

/** Credits less debits. */
export async function accountBalance(world: TestWorld, customerId: string, account: string): Promise<string> {
  type Books = { entries: readonly BookEntry[] };
  const { entries } = await world.ok<Books>('GET', `/v1/ledger?customerId=${customerId}`);
  return creditsLessDebits(entries.filter((entry) => entry.account === account));
}

export type BookEntry = {
  readonly account: string;
  readonly side: string;
  readonly amount: { readonly amount: string };
};

export function creditsLessDebits(entries: readonly BookEntry[]): string {
  const euros = entries.map(({ side, amount }) => {
    const money = parseMoney(canonicalDecimal(amount.amount), 'EUR');
    return side === 'credit' ? money : negateMoney(money);
  });
  return moneyAmount(sumMoney(euros, 'EUR'));
}

/** Credits the first invoice; answers the status. Parts are prices of its first line. */
export async function creditNote(
  world: TestWorld,
  invoiceId: string,
  note: { readonly key: string; readonly net?: string; readonly line?: number },
): Promise<number> {
  const { key, net, line = 0 } = note;
  const lines = [{ line, net: { amount: net ?? '0', currency: 'EUR' } }];
  const part = net === undefined ? { kind: 'whole' } : { kind: 'lines', lines };
  const url = `/v1/invoices/${invoiceId}/credit-notes`;
  const request = { method: 'POST', url, body: { part, reason: 'goodwill' } } as const;
  return (await world.callWith({ 'idempotency-key': key }, request)).status;
}

export interface ShownNote {
  readonly id: string;
  readonly tax: { readonly amount: string };
  readonly total: { readonly amount: string };
}

export async function notesOf(world: TestWorld, customerId: string): Promise<readonly ShownNote[]> {
  type Notes = { creditNotes: ShownNote[] };
  return (await world.ok<Notes>('GET', `/v1/credit-notes?customerId=${customerId}`)).creditNotes;
}

/** One invoice of the plan's first day, at 19 % tax unless told otherwise. */
export async function taxedInvoice(world: TestWorld, prices: readonly string[] = ['100.00'], tax = '19') {
  await world.publish(
    'gold',
    prices.map((price, index) => ({ ...flatFee(price), code: `fee-${index + 1}` })),
  );
  await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: tax, from: '2020-01-01' });
  const customerId = await world.customer();
  const subscriptionId = await world.subscribe(customerId, 'gold');
  return { customerId, subscriptionId, id: (await world.invoices(customerId))[0]?.id ?? '' };
}

/** A wallet of one euro a credit. */
export async function fill(
  world: TestWorld,
  customerId: string,
  terms: { readonly credits: string; readonly expires?: string; readonly [more: string]: unknown },
): Promise<string> {
  const { credits, ...rest } = terms;
  const usual = { key: 'w', customerId, name: 'w', rate: '1', priority: 1, expires: null, charges: null };
  const wallet = await world.ok<{ id: string }>('POST', '/v1/wallets', { ...usual, ...rest });
  await world.ok('POST', `/v1/wallets/${wallet.id}/top-up`, { credits });
  return wallet.id;
}

export async function walletBalances(world: TestWorld, customerId: string): Promise<readonly string[]> {
  type Wallets = { wallets: { balance: { amount: string } }[] };
  const { wallets } = await world.ok<Wallets>('GET', `/v1/wallets?customerId=${customerId}`);
  return wallets.map(({ balance }) => balance.amount);
}

export async function duesOf(world: TestWorld, customerId: string): Promise<readonly string[]> {
  return (await world.invoices(customerId)).map(({ due }) => due.amount);
}
