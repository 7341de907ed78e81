import { addDays, type LocalDate } from '../../model/date.ts';
import { type Money, moneyOf } from '../../model/money.ts';
import type { Capability } from '../../target/capability.ts';
import type { TargetSession } from '../../target/session.ts';
import { castMember } from '../cast.ts';
import { fee, monthlyPlan, taxFrom } from '../drawn/customer-history.ts';
import { ExpectationFailed } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import { billingStart, eur } from './paying-customer.ts';

/** An invoice of EUR 119.00, 19.00 of it tax, of which a part is settled in several ways. */
export interface SettledInvoice {
  readonly world: World;
  readonly session: TargetSession;
  readonly customerId: string;
  readonly currency: 'EUR';
  readonly invoiceId: string;
  /** Came in all, less what went back, in minor units. */
  cash: bigint;
}

/** Before the first of two, the invoice is not there yet. */
type Account = Omit<SettledInvoice, 'invoiceId'>;

export interface Way {
  readonly name: string;
  readonly needs: readonly Capability[];
  readonly before?: (account: Account) => Promise<void>;
  readonly after?: (settled: SettledInvoice) => Promise<void>;
}

const walletEnd = addDays(billingStart, 4);
/** On which the invoice comes to its end. */
export const endDay = addDays(billingStart, 5);

function keyOf({ world, customerId }: Account, of: string): string {
  return `${world.checkId}-${customerId}-${of}`;
}

async function prepay(
  account: Account,
  of: { readonly credits: string; readonly expires: LocalDate | null },
): Promise<void> {
  const { session, customerId } = account;
  const { credits, expires } = of;
  const name = `until ${expires}`;
  const wallet = { customerId, name, rate: '1', priority: 1, expires, charges: null };
  const { id: walletId } = await session.openWallet({ ...wallet, key: keyOf(account, name) });
  await session.topUpWallet({ key: keyOf(account, `${name}-paid`), walletId, credits });
  account.cash += eur(credits).amountMinor;
}

async function pay(settled: SettledInvoice, amount: Money, of: string): Promise<string> {
  const { session, invoiceId } = settled;
  const { id } = await session.pay({ key: keyOf(settled, of), invoiceId, amount });
  settled.cash += amount.amountMinor;
  return id;
}

/** Each settles another amount, and all of them together less than the invoice. */
export const waysToSettle: readonly Way[] = [
  {
    name: 'the balance',
    needs: ['payment.receive', 'balance'],
    before: async (account) => {
      const amount = eur('11.11');
      const { session, customerId } = account;
      await session.receive({ key: keyOf(account, 'balance'), customerId, amount, invoiceIds: null });
      account.cash += amount.amountMinor;
    },
  },
  {
    name: 'a wallet',
    needs: ['wallet'],
    before: (account) => prepay(account, { credits: '13.13', expires: null }),
  },
  {
    name: 'a wallet that has ended since',
    needs: ['wallet'],
    before: (account) => prepay(account, { credits: '17.17', expires: walletEnd }),
  },
  {
    name: 'a payment',
    needs: ['payment'],
    after: async (settled) => void (await pay(settled, eur('19.19'), 'payment')),
  },
  {
    name: 'a transfer',
    needs: ['payment.receive'],
    after: (settled) => transfer(settled, eur('23.23'), 'transfer'),
  },
  {
    name: 'a payment of which a part went back',
    needs: ['payment', 'payment.refund'],
    after: async (settled) => {
      const paymentId = await pay(settled, eur('7.07'), 'to-go-back');
      const amount = eur('3.03');
      await settled.session.refund({ key: keyOf(settled, 'back'), paymentId, amount });
      settled.cash -= amount.amountMinor;
    },
  },
  {
    name: 'a card that said no',
    needs: ['payment.gateway'],
    after: async ({ session, customerId, invoiceId, ...rest }) => {
      const settled = { session, customerId, invoiceId, ...rest };
      await session.setPaymentMethod(customerId, { behaviour: 'declines-soft', collection: 'manual' });
      await session.pay({ key: keyOf(settled, 'no'), invoiceId, amount: eur('5.05') });
      await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
    },
  },
];

export async function transfer(settled: SettledInvoice, amount: Money, of: string): Promise<void> {
  const { session, customerId, invoiceId } = settled;
  await session.receive({ key: keyOf(settled, of), customerId, amount, invoiceIds: [invoiceId] });
  settled.cash += amount.amountMinor;
}

/** The invoice of the first day, settled so far in these ways, some days later. */
export async function settledInvoice(world: World, ways: readonly Way[]): Promise<SettledInvoice> {
  const session = await world.target(billingStart);
  const { country = 'DE', timeZone = 'Europe/Berlin' } = castMember('Acme') ?? {};
  await session.setTaxRate({ country, ...taxFrom('2020-01-01', '19') });
  const plan = monthlyPlan('basic', [fee('100.00')]);
  await session.publish(plan);
  const customer = { name: 'Acme', country, currency: 'EUR', timeZone };
  const { id: customerId } = await session.createCustomer({ ...customer, key: `${world.checkId}-customer` });
  const account: Account = { world, session, customerId, currency: 'EUR', cash: 0n };
  for (const { before } of ways) await before?.(account);
  await session.subscribe({
    key: keyOf(account, 'order'),
    customerId,
    plan: plan.plan,
    start: billingStart,
    quantity: '1',
    billing: 'anniversary',
  });
  const [invoice] = await session.invoices(customerId);
  if (invoice === undefined)
    throw new ExpectationFailed(['Found no invoice on the first day, expected one.']);
  const settled: SettledInvoice = { ...account, invoiceId: invoice.id };
  for (const { after } of ways) await after?.(settled);
  await session.advanceTo(endDay);
  return settled;
}

/** What the customer has on his balance and in all wallets. */
export async function creditOf({ session, customerId, currency }: SettledInvoice): Promise<Money> {
  const { amount } = await session.balance(customerId);
  const wallets = await session.wallets(customerId);
  const inAll = wallets.reduce((sum, { balance }) => sum + balance.amountMinor, amount.amountMinor);
  return moneyOf(inAll, currency);
}
