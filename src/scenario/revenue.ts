import { addDays, type LocalDate } from '../model/date.ts';
import { addMoney, type Money, negateMoney, subtractMoney, sumMoney } from '../model/money.ts';
import { expectedInvoices } from '../oracle/invoicing/expected-invoices.ts';
import { expectedDeferred, expectedRevenue } from '../oracle/ledger/expected-revenue.ts';
import type { TargetSession } from '../target/session.ts';
import { expectBalanced } from './books.ts';
import type { CustomerHistory } from './drawn/customer-history.ts';
import type { World } from './world.ts';

interface BookedCustomer {
  readonly history: CustomerHistory;
  readonly customerId: string;
}

/** Each month gets what was served in it, and all months together what was invoiced, after discount and without tax. */
export async function expectSchedules(
  world: World,
  session: TargetSession,
  { history, customerId }: BookedCustomer,
): Promise<void> {
  const { currency } = history.billing;
  const right = expectedInvoices(history.billing, world.profile);
  const found = new Map<LocalDate, Money>();
  for (const invoice of await session.invoices(customerId)) {
    const months = await session.revenueSchedule(invoice.id);
    for (const { month, revenue } of months) {
      const before = found.get(month);
      found.set(month, before === undefined ? revenue : addMoney(before, revenue));
    }
    world.expectMoney({
      measure: 'recognised in all',
      expected: subtractMoney(invoice.subtotal, invoice.discount),
      actual: sumMoney(
        months.map(({ revenue }) => revenue),
        currency,
      ),
      nature: 'books',
      customer: history.name,
      invoice: invoice.number,
      explanation: 'The months of an invoice must make up what it charges after discount.',
    });
  }
  const expected = expectedRevenue(right, world.profile);
  for (const month of new Set([...expected.keys(), ...found.keys()])) {
    world.expectMoney({
      measure: `revenue of ${month.slice(0, 7)}`,
      expected: expected.get(month) ?? sumMoney([], currency),
      actual: found.get(month) ?? sumMoney([], currency),
      nature: 'books',
      customer: history.name,
      explanation: 'Each month earns the days that were served in it, and none before its invoice.',
    });
  }
}

/** Closes the month and looks: what is deferred is what later months will earn; deferred and earned are what was invoiced. */
export async function expectClosed(
  world: World,
  session: TargetSession,
  { history, customerId, month }: BookedCustomer & { readonly month: LocalDate },
): Promise<void> {
  const { currency } = history.billing;
  const end = addDays(month, 31).slice(0, 7);
  await session.closePeriod(month);
  const entries = await session.ledger(customerId);
  expectBalanced(world, entries);
  const until = entries.filter(({ date }) => date < `${end}-01`);
  const credit = (accounts: readonly string[]) =>
    sumMoney(
      until
        .filter(({ account }) => accounts.includes(account))
        .map(({ side, amount }) => (side === 'credit' ? amount : negateMoney(amount))),
      currency,
    );
  const issued = expectedInvoices(history.billing, world.profile).filter(
    ({ issueDate }) => issueDate < `${end}-01`,
  );
  world.expectMoney({
    measure: `deferred at the end of ${month.slice(0, 7)}`,
    expected: expectedDeferred(issued, month, world.profile),
    actual: credit(['deferred-revenue']),
    nature: 'books',
    customer: history.name,
    explanation: 'What was invoiced and is served later must stand as deferred.',
  });
  world.expectMoney({
    measure: `deferred and earned by the end of ${month.slice(0, 7)}`,
    expected: sumMoney(
      issued.map(({ subtotal, discount }) => subtractMoney(subtotal, discount)),
      currency,
    ),
    actual: credit(['deferred-revenue', 'revenue', 'discounts']),
    nature: 'books',
    customer: history.name,
    explanation: 'Closing moves revenue to another month; it makes none and loses none.',
  });
}
