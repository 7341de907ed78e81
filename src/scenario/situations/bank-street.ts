import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';
import { moneyAmount, parseMoney, sumMoney } from '../../model/money.ts';
import type { BillingSession } from '../billing-session.ts';
import { castMember } from '../cast.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';
import { billingStart } from './paying-customer.ts';

/** Several customers of one seller, each with an invoice of the first day. */
export interface BankStreet {
  readonly session: BillingSession;
  readonly customers: readonly { readonly id: string; readonly name: string; readonly invoice: Invoice }[];
}

interface Person {
  readonly name: string;
  readonly amount: string;
  /** Not told is euros. */
  readonly currency?: string;
}

/** Names that somebody once typed into a form, each for a fee of its own; the cast live where they live. */
export async function bankStreet(world: World, people: readonly Person[]): Promise<BankStreet> {
  const session = await world.target(billingStart);
  const customers = [];
  for (const [index, { name, amount, currency = 'EUR' }] of people.entries()) {
    const plan = `basic-${index}`;
    await session.publish(monthlyPlan(plan, [fee(amount)], { currency }));
    const key = `${world.checkId}-${index}`;
    const { country, timeZone } = castMember(name) ?? { country: 'DE', timeZone: 'Europe/Berlin' };
    const { id } = await session.createCustomer({ key, name, country, currency, timeZone });
    const order = { plan, start: billingStart, quantity: '1', billing: 'anniversary' } as const;
    await session.subscribe({ ...order, key: `${key}-order`, customerId: id });
    const [invoice] = await session.invoices(id);
    if (invoice !== undefined) customers.push({ id, name, invoice });
  }
  world.expectEqual('invoices to begin with', people.length, customers.length);
  world.verify();
  return { session, customers };
}

/** Three customers who owe EUR 100.00, EUR 100.00 and EUR 30.10. */
export function threeOwe(world: World): Promise<BankStreet> {
  return bankStreet(world, [
    { name: 'Acme', amount: '100.00' },
    { name: 'Müller & Söhne <Bau>', amount: '100.00' },
    { name: 'Kim', amount: '30.10' },
  ]);
}

export interface StatementLine {
  readonly reference: string;
  readonly amount: string;
  readonly text: string;
  readonly booked?: string;
  readonly currency?: string;
  readonly name?: string;
}

/** A statement as a bank writes it. */
export function statement(...lines: readonly StatementLine[]): string {
  const rows = lines.map(
    ({ reference, amount, text, booked = billingStart, currency = 'EUR', name = 'Somebody' }) =>
      [reference, booked, amount, currency, text, name].map(cell).join(','),
  );
  return ['reference,booked,amount,currency,text,name', ...rows, ''].join('\n');
}

function cell(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a file asks for, read as a bank reads it: as XML, with the sums of its head. */
export function readCollection(content: string) {
  const items = transactionsOf(content).map((item) => ({
    number: textOf('EndToEndId', item),
    amount: parseMoney(textOf('InstdAmt', item), 'EUR'),
    name: textOf('Nm', item),
  }));
  const sum = sumMoney(
    items.map(({ amount }) => amount),
    'EUR',
  );
  return {
    items,
    isWellFormed: !/&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(content),
    stated: { count: textOf('NbOfTxs', content), sum: textOf('CtrlSum', content) },
    real: { count: String(items.length), sum: moneyAmount(sum) },
  };
}

/** From which account each sum is taken, and by which mandate. */
export function debitsOf(content: string) {
  return transactionsOf(content).map((item) => ({
    number: textOf('EndToEndId', item),
    currency: /<InstdAmt Ccy="([A-Z]{3})">/.exec(item)?.[1] ?? '',
    amount: textOf('InstdAmt', item),
    iban: textOf('IBAN', /<DbtrAcct>.*?<\/DbtrAcct>/s.exec(item)?.[0] ?? ''),
    reference: textOf('MndtId', item),
    signedOn: textOf('DtOfSgntr', item),
  }));
}

function transactionsOf(content: string): readonly string[] {
  return [...content.matchAll(/<DrctDbtTxInf>.*?<\/DrctDbtTxInf>/gs)].map(([item]) => item);
}

function textOf(name: string, within: string): string {
  return unescaped(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(within)?.[1] ?? '');
}

function unescaped(text: string): string {
  const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } as const;
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (sign) => signs[sign as keyof typeof signs]);
}

export async function mandateFor(
  session: BillingSession,
  customerId: string,
  of: { readonly reference: string; readonly signedOn?: LocalDate },
): Promise<void> {
  // The example of the registry of ISO 13616 for Germany.
  const iban = 'DE89370400440532013000';
  await session.signMandate({
    customerId,
    iban,
    reference: of.reference,
    signedOn: of.signedOn ?? billingStart,
  });
}
