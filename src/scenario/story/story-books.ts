import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import { displayMoney, type Money, negateMoney, subtractMoney, sumMoney } from '../../model/money.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import { showDate } from '../language/date-text.ts';
import type { InvoiceChoice } from '../language/invoice-choice.ts';
import { readMoney } from '../language/money-text.ts';
import { cell, optionalCell, readTable, type Table } from '../language/table.ts';
import type { StoryInvoices } from './story-invoices.ts';
import type { StoryParts } from './story-subscriptions.ts';

type Account = LedgerEntry['account'];
type Side = LedgerEntry['side'];

const accountNames: Readonly<Record<string, Account>> = {
  Receivables: 'receivables',
  Revenue: 'revenue',
  'Deferred revenue': 'deferred-revenue',
  'Tax payable': 'tax-payable',
  Cash: 'cash',
  Discounts: 'discounts',
  'Customer credit': 'customer-credit',
  'Prepaid credit': 'prepaid-credit',
  'Bad debt': 'bad-debt',
};

/** Reads the name of an account as a feature writes it. */
export function readAccount(name: string): Account {
  const account = Object.hasOwn(accountNames, name) ? accountNames[name] : undefined;
  if (account !== undefined) return account;
  throw new ScenarioDefect(
    `Found the account "${name}", expected one of: ${Object.keys(accountNames).join(', ')}.`,
  );
}

/** The double entries of a scenario. */
export class StoryBooks {
  readonly #parts: StoryParts;
  readonly #invoices: StoryInvoices;

  constructor(parts: StoryParts, invoices: StoryInvoices) {
    this.#parts = parts;
    this.#invoices = invoices;
  }

  /** Sums per account and side: whether a target posts each line or the invoice at once is its own matter. */
  async expectEntries(choice: InvoiceChoice, table: Table): Promise<void> {
    const { world } = this.#parts;
    const { invoice, customer } = await this.#invoices.choose(choice);
    const entries = (await this.#of(customer)).filter(({ invoiceId }) => invoiceId === invoice.id);
    const expected = expectedSums(table);
    const found = sumsOf(entries);
    for (const key of new Set([...expected.keys(), ...found.keys()])) {
      const wanted = expected.get(key) ?? sumMoney([], invoice.currency);
      world.expectMoney({
        measure: `${key} of the books`,
        expected: wanted,
        actual: found.get(key) ?? sumMoney([], wanted.currency),
        nature: 'books',
        customer,
        invoice: invoice.number,
        explanation: `The books say for this invoice: ${show(found)}.`,
      });
    }
  }

  async expectBalance(balance: {
    account: Account;
    side: Side;
    amount: Money;
    month: Period;
  }): Promise<void> {
    const { account, side, amount, month } = balance;
    const entries = (await this.#all()).filter((entry) => entry.account === account && entry.date < month.to);
    const ofSide = (wanted: Side) =>
      sumMoney(
        entries.filter((entry) => entry.side === wanted).map((entry) => entry.amount),
        amount.currency,
      );
    const debit = subtractMoney(ofSide('debit'), ofSide('credit'));
    this.#parts.world.expectMoney({
      measure: `balance of ${account}`,
      expected: amount,
      actual: side === 'debit' ? debit : negateMoney(debit),
      nature: 'books',
      explanation: `Entries before ${showDate(month.to)} are counted: ${entries.length}.`,
    });
  }

  async expectBalanced(month: Period): Promise<void> {
    const entries = (await this.#all()).filter(({ date }) => date >= month.from && date < month.to);
    const { world } = this.#parts;
    world.expectThat(
      entries.length > 0,
      `Found no entries between ${showDate(month.from)} and ${showDate(month.to)}.`,
    );
    for (const currency of new Set(entries.map(({ amount }) => amount.currency))) {
      const sum = (side: Side) =>
        sumMoney(
          entries
            .filter((entry) => entry.side === side && entry.amount.currency === currency)
            .map(({ amount }) => amount),
          currency,
        );
      world.expectMoney({
        measure: 'credits of the month',
        expected: sum('debit'),
        actual: sum('credit'),
        nature: 'books',
        explanation: 'Debits and credits of a month must be equal.',
      });
    }
  }

  async close(month: Period, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    await session.closePeriod(month.from);
  }

  async expectEarned(choice: InvoiceChoice, amount: Money, month: Period): Promise<void> {
    const { invoice, customer } = await this.#invoices.choose(choice);
    const session = await this.#parts.clock.now();
    const months = await session.revenueSchedule(invoice.id);
    this.#parts.world.expectMoney({
      measure: `revenue of ${month.from.slice(0, 7)}`,
      expected: amount,
      actual: sumMoney(
        months.filter((earned) => earned.month === month.from).map(({ revenue }) => revenue),
        amount.currency,
      ),
      nature: 'books',
      customer,
      invoice: invoice.number,
      explanation: `The invoice earns: ${months.map((earned) => `${earned.month.slice(0, 7)} ${displayMoney(earned.revenue)}`).join(', ')}.`,
    });
  }

  async #of(customer: string): Promise<readonly LedgerEntry[]> {
    const session = await this.#parts.clock.now();
    return session.ledger(this.#parts.customers.id(customer));
  }

  async #all(): Promise<readonly LedgerEntry[]> {
    const entries: LedgerEntry[] = [];
    for (const name of this.#parts.customers.names) entries.push(...(await this.#of(name)));
    return entries;
  }
}

function expectedSums(table: Table): ReadonlyMap<string, Money> {
  const sums = new Map<string, Money>();
  for (const row of readTable(table, ['account', 'debit', 'credit'])) {
    const account = readAccount(cell(row, 'account'));
    const sides = (['debit', 'credit'] as const).filter((side) => optionalCell(row, side) !== null);
    const [side] = sides;
    if (side === undefined || sides.length > 1)
      throw new ScenarioDefect(
        `Found ${sides.length} amounts beside "${row['account']}", expected one a row.`,
      );
    sums.set(`${account} ${side}`, readMoney(cell(row, side)));
  }
  return sums;
}

function sumsOf(entries: readonly LedgerEntry[]): ReadonlyMap<string, Money> {
  const sums = new Map<string, Money>();
  for (const { account, side, amount } of entries) {
    const key = `${account} ${side}`;
    sums.set(key, sumMoney([sums.get(key) ?? sumMoney([], amount.currency), amount], amount.currency));
  }
  return sums;
}

function show(sums: ReadonlyMap<string, Money>): string {
  const parts = [...sums].map(([key, amount]) => `${key} ${displayMoney(amount)}`);
  return parts.join(', ') || 'nothing';
}
