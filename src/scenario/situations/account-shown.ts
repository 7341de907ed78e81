import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';
import { formatMoney, type Money } from '../../model/money.ts';
import type { BillingSession } from '../billing-session.ts';
import type { World } from '../world.ts';
import type { OpenContract } from './open-contract.ts';

/** What there is of an account to see, part by part; lists are in the target's order. */
export interface AccountShown {
  readonly invoices: readonly unknown[];
  readonly [part: string]: unknown;
}

/** All that a customer can see of his account, but for numbers and ids, which are his own. */
export async function accountShown(
  world: World,
  { session, customerId, subscription }: OpenContract,
): Promise<AccountShown> {
  const { state, end, plan, quantity, currentPeriod } = await session.subscription(subscription.id);
  return {
    subscription: { state, end, plan, quantity, currentPeriod },
    invoices: (await session.invoices(customerId)).map(invoiceShown),
    ...(world.can('payment') && {
      payments: (await session.payments(customerId)).map(({ status, date, amount }) => [
        status,
        date,
        formatMoney(amount),
      ]),
    }),
    ...(world.can('payment.refund') && {
      refunds: (await session.refunds(customerId)).map(({ status, date, amount }) => [
        status,
        date,
        formatMoney(amount),
      ]),
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

/** Part by part, and of a list only what is not on both sides: whole accounts would be too long to read. */
export function expectSameAccount(
  world: World,
  when: string,
  [expected, actual]: readonly [expected: AccountShown, actual: AccountShown],
): void {
  for (const part of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const [wanted, found] = [expected[part], actual[part]];
    const what = `${part} of the account ${when}`;
    const [more, less] = [beside(found, wanted), beside(wanted, found)];
    if (more.length > 0 || less.length > 0) world.expectEqual(what, less, more);
    else world.expectEqual(what, wanted, found);
  }
}

/** Entries of the one list that the other has not, or has less often. */
function beside(list: unknown, other: unknown): readonly unknown[] {
  if (!Array.isArray(list) || !Array.isArray(other)) return [];
  const left = other.map((entry) => JSON.stringify(entry));
  return list.filter((entry) => {
    const place = left.indexOf(JSON.stringify(entry));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
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

function entriesShown(
  entries: readonly { readonly kind: string; readonly date: LocalDate; readonly amount: Money }[],
) {
  return entries.map(({ kind, date, amount }) => [kind, date, formatMoney(amount)]);
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
