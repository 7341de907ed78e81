import type { Invoice } from '../../model/billing/invoice.ts';
import { addDays, localDate } from '../../model/date.ts';
import { formatMoney, type Money } from '../../model/money.ts';
import type { BillingSession } from '../billing-session.ts';
import { castMember } from '../cast.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import type { OpenContract } from './open-contract.ts';

/** One of two customers to whom the same happens until something is tried with the first. */
export interface Twin extends OpenContract {
  readonly name: string;
  /** No other customer's keys begin with it. */
  readonly key: string;
}

export interface Twins {
  readonly first: Twin;
  readonly second: Twin;
}

export const twinStart = localDate('2026-04-01');

/** Acme and Kim have Basic for EUR 30.00 a month since 1 April, in one world; Pro for EUR 60.00 is sold, too. */
export async function openTwins(world: World): Promise<Twins> {
  const session = await world.target(twinStart);
  await session.publish(monthlyPlan('basic', [fee('30.00')]));
  await session.publish(monthlyPlan('pro', [fee('60.00')]));
  return { first: await twin(world, session, 'Acme'), second: await twin(world, session, 'Kim') };
}

async function twin(world: World, session: BillingSession, name: string): Promise<Twin> {
  const member = castMember(name);
  if (member === null) throw new ScenarioDefect(`"${name}" is not in the cast.`);
  const { country, currency, timeZone } = member;
  const key = `${world.checkId}-${name}`;
  const { id: customerId } = await session.createCustomer({ key, name, country, currency, timeZone });
  const subscription = await session.subscribe({
    key: `${key}-subscription`,
    customerId,
    plan: 'basic',
    start: twinStart,
    quantity: '1',
    billing: 'anniversary',
  });
  return { session, customerId, subscription, name, key };
}

/** Long enough for two more bills. */
const laterDays = 40;

/** What was refused has to leave no trace that shows only with the next bills. */
export async function expectAlikeLater(world: World, { first, second }: Twins): Promise<void> {
  const { session } = first;
  await session.advanceTo(addDays(await session.today(), laterDays));
  world.expectEqual(
    `the account ${laterDays} days after what was refused, against one with which nothing was tried`,
    await accountShown(world, second),
    await accountShown(world, first),
  );
}

/** All that a customer can see of his account, but for numbers and ids, which are his own. */
export async function accountShown(
  world: World,
  { session, customerId, subscription }: OpenContract,
): Promise<{ readonly invoices: readonly unknown[]; readonly [part: string]: unknown }> {
  const { state, end, plan, quantity, currentPeriod } = await session.subscription(subscription.id);
  return {
    subscription: { state, end, plan, quantity, currentPeriod },
    invoices: (await session.invoices(customerId)).map(invoiceShown),
    ...(world.can('payment') && {
      payments: (await session.payments(customerId)).map(({ status, amount }) => [
        status,
        formatMoney(amount),
      ]),
    }),
    ...(world.can('payment.refund') && {
      refunds: (await session.refunds(customerId)).map(({ status, amount }) => [status, formatMoney(amount)]),
    }),
    ...(world.can('balance') && {
      balance: entriesShown((await session.balance(customerId)).entries),
    }),
    ...(world.can('credit-note') && {
      notes: (await session.creditNotes(customerId)).map(({ status, date, total }) => [
        status,
        date,
        formatMoney(total),
      ]),
    }),
    ...(world.can('wallet') && { wallets: await walletsShown(session, customerId) }),
    ...(world.can('ledger') && {
      books: (await session.ledger(customerId)).map(({ date, account, side, amount }) => [
        date,
        account,
        side,
        formatMoney(amount),
      ]),
    }),
  };
}

async function walletsShown(session: BillingSession, customerId: string) {
  const wallets = await session.wallets(customerId);
  return Promise.all(
    wallets.map(async ({ id, name, credits }) => ({
      name,
      credits,
      entries: entriesShown(await session.walletEntries(id)),
    })),
  );
}

function entriesShown(entries: readonly { readonly kind: string; readonly amount: Money }[]) {
  return entries.map(({ kind, amount }) => [kind, formatMoney(amount)]);
}

function invoiceShown({ status, issueDate, dueDate, lines, ...sums }: Invoice) {
  const { subtotal, discount, tax, total, paid, credited, due } = sums;
  return {
    status,
    issueDate,
    dueDate,
    lines: lines.map(({ charge, period, quantity, net }) => [charge, period, quantity, formatMoney(net)]),
    sums: [subtotal, discount, tax, total, paid, credited, due].map(formatMoney),
  };
}
