import type { Invoice } from '../../model/billing/invoice.ts';
import { addDays, type LocalDate, type Period } from '../../model/date.ts';
import { displayMoney, equalMoney, type Money, subtractMoney, sumMoney } from '../../model/money.ts';
import { ExpectationFailed, ScenarioDefect } from '../expectation-failed.ts';
import { expectLines } from '../invoice-expectation.ts';
import { showLines } from '../invoice-line-text.ts';
import { showDate, showPeriod } from '../language/date-text.ts';
import { chosen, type InvoiceChoice, showChoice } from '../language/invoice-choice.ts';
import type { Table } from '../language/table.ts';
import { expectedLines } from '../line-table.ts';
import type { StoryParts } from './story-subscriptions.ts';

export interface ChosenInvoice {
  readonly invoice: Invoice;
  /** The name that a reader knows the customer by. */
  readonly customer: string;
}

/** The invoices of one scenario, as the target gives them when they are asked for, and what they must say. */
export class StoryInvoices {
  readonly #parts: StoryParts;

  constructor(parts: StoryParts) {
    this.#parts = parts;
  }

  /** The invoice that a sentence speaks of. One that is not there is the target's failure, told with those that are. */
  async choose(choice: InvoiceChoice): Promise<ChosenInvoice> {
    const names = choice.kind === 'number' ? this.#parts.customers.names : [choice.customer];
    const seen: Invoice[] = [];
    for (const customer of names) {
      const invoices = await this.of(customer);
      const invoice = chosen(choice, invoices);
      if (invoice !== undefined) return { invoice, customer };
      seen.push(...invoices);
    }
    const list = seen.map((invoice) => `${invoice.number} of ${showDate(invoice.issueDate)}`).join(', ');
    throw new ExpectationFailed([
      `Found no ${showChoice(choice)}, expected it to be there. All: ${list || 'none'}.`,
    ]);
  }

  async of(customer: string): Promise<readonly Invoice[]> {
    const session = await this.#parts.clock.now();
    return session.invoices(this.#parts.customers.id(customer));
  }

  async expectLines(choice: InvoiceChoice, table: Table, exact: boolean): Promise<void> {
    const { world, catalog } = this.#parts;
    const lines = expectedLines({ world, planCode: (name) => catalog.code(name) }, table);
    expectLines(world, { ...(await this.choose(choice)), lines, exact });
  }

  async expectTotal(choice: InvoiceChoice, total: Money): Promise<void> {
    const found = await this.choose(choice);
    this.#expectAmount(found, { measure: 'invoice total', expected: total, actual: found.invoice.total });
  }

  async expectNetAndTax(choice: InvoiceChoice, net: Money, tax: Money): Promise<void> {
    const found = await this.choose(choice);
    const { subtotal, discount } = found.invoice;
    const actual = subtractMoney(subtotal, discount);
    this.#expectAmount(found, { measure: 'invoice net', expected: net, actual });
    await this.expectTax(choice, tax);
  }

  async expectTax(choice: InvoiceChoice, tax: Money): Promise<void> {
    const found = await this.choose(choice);
    this.#expectAmount(found, { measure: 'invoice tax', expected: tax, actual: found.invoice.tax });
  }

  async expectDiscount(choice: InvoiceChoice, discount: Money): Promise<void> {
    const found = await this.choose(choice);
    const { invoice, customer } = found;
    this.#parts.world.expectMoney({
      measure: 'invoice discount',
      expected: discount,
      actual: invoice.discount,
      nature: 'credit',
      customer,
      invoice: invoice.number,
      explanation: `The discount is another one. ${showLines(invoice)}`,
    });
  }

  async expectDue(choice: InvoiceChoice, due: Money): Promise<void> {
    const found = await this.choose(choice);
    this.#expectAmount(found, { measure: 'left to pay', expected: due, actual: found.invoice.due });
  }

  async expectDates(choice: InvoiceChoice, issued: LocalDate, due: LocalDate | null): Promise<void> {
    const { invoice } = await this.choose(choice);
    const { world } = this.#parts;
    world.expectEqual(`day of ${showChoice(choice)}`, showDate(issued), showDate(invoice.issueDate));
    if (due === null) return;
    const actual = invoice.dueDate === null ? 'none' : showDate(invoice.dueDate);
    world.expectEqual(`due day of ${showChoice(choice)}`, showDate(due), actual);
  }

  /** From the first day of its earliest line to the last of its latest one, both included. */
  async expectCovers(choice: InvoiceChoice, days: { from: LocalDate; to: LocalDate }): Promise<void> {
    const { invoice } = await this.choose(choice);
    const periods = invoice.lines.flatMap(({ period }) => (period === null ? [] : [period]));
    const froms = periods.map(({ from }) => from).sort();
    const tos = periods.map(({ to }) => to).sort();
    const [from, to] = [froms[0], tos.at(-1)];
    const actual = from === undefined || to === undefined ? 'no period' : showPeriod({ from, to });
    const expected = showPeriod({ from: days.from, to: addDays(days.to, 1) });
    this.#parts.world.expectEqual(`days of ${showChoice(choice)}`, expected, actual);
  }

  /** Everything that was ever billed to the customer: what a second bill for the same days would show in money. */
  async expectBilledInAll(customer: string, total: Money): Promise<void> {
    const invoices = await this.of(customer);
    const list = invoices.map(
      (invoice) => `${invoice.number} of ${showDate(invoice.issueDate)}: ${displayMoney(invoice.total)}`,
    );
    this.#parts.world.expectMoney({
      measure: 'billed in all',
      expected: total,
      actual: sumMoney(
        invoices.map((invoice) => invoice.total),
        total.currency,
      ),
      nature: 'charge',
      customer,
      explanation: `All invoices: ${list.join(', ') || 'none'}.`,
    });
  }

  async expectCount(customer: string, count: number): Promise<void> {
    const invoices = await this.of(customer);
    this.#parts.world.expectEqual(`number of invoices of "${customer}"`, count, invoices.length);
  }

  /** None was issued in the month. Its days must have passed, or nothing could be known yet. */
  async expectNone(customer: string, month: Period): Promise<void> {
    if (this.#parts.clock.today < addDays(month.to, -1))
      throw new ScenarioDefect(`Found the month to ${showDate(month.to)} not over yet, expected it to be.`);
    const invoices = (await this.of(customer)).filter(
      ({ issueDate }) => issueDate >= month.from && issueDate < month.to,
    );
    const found = invoices.map(({ number, issueDate }) => `${number} of ${showDate(issueDate)}`);
    this.#parts.world.expectEqual(`invoices of "${customer}" in the month`, [], found);
  }

  /** What the next bill run would invoice on that day. */
  async expectAnnounced(customer: string, date: LocalDate, total: Money): Promise<void> {
    const { clock, customers } = this.#parts;
    const invoice = await (await clock.now()).previewInvoice(customers.id(customer), date);
    if (invoice === null)
      throw new ExpectationFailed([`Found no announced invoice for ${showDate(date)}, expected one.`]);
    this.#expectAmount(
      { invoice, customer },
      {
        measure: 'announced total',
        expected: total,
        actual: invoice.total,
      },
    );
  }

  /** The bill run of that day once more; it finds nothing left to do when the first one was right. */
  async billAgain(date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    await session.bill(date);
  }

  #expectAmount(
    { invoice, customer }: ChosenInvoice,
    amount: { readonly measure: string; readonly expected: Money; readonly actual: Money },
  ): void {
    this.#parts.world.expectMoney({
      ...amount,
      nature: 'charge',
      customer,
      invoice: invoice.number,
      explanation: equalMoney(amount.expected, amount.actual) ? '' : showLines(invoice),
    });
  }
}
