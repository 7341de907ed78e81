import type { LocalDate } from '../../model/date.ts';
import { displayMoney, type Money, moneyAmount, sumMoney } from '../../model/money.ts';
import type { InvoiceChoice } from '../language/invoice-choice.ts';
import { mandateFor, readCollection, statement } from '../situations/bank-street.ts';
import type { StoryInvoices } from './story-invoices.ts';
import type { StoryParts } from './story-subscriptions.ts';

/** Files to the bank of one scenario, and its statements. */
export class StoryBank {
  readonly #parts: StoryParts;
  readonly #invoices: StoryInvoices;
  #last = '';
  #file = '';
  #count = 0;

  constructor(parts: StoryParts, invoices: StoryInvoices) {
    this.#parts = parts;
    this.#invoices = invoices;
  }

  async sign(customer: string, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const customerId = this.#parts.customers.id(customer);
    await mandateFor(session, customerId, { reference: `M-${customer}`, signedOn: date });
  }

  async collect(date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    this.#count += 1;
    const key = `${this.#parts.world.checkId}-file-${this.#count}`;
    this.#file = (await session.collectionFile(key, date)).content;
  }

  async bookFor(choice: InvoiceChoice, amount: Money, date: LocalDate): Promise<void> {
    const { invoice, customer } = await this.#invoices.choose(choice);
    await this.#book({ text: `Invoice ${invoice.number}`, name: customer }, amount, date);
  }

  async bookText(text: string, amount: Money, date: LocalDate): Promise<void> {
    await this.#book({ text, name: 'Somebody' }, amount, date);
  }

  async repeat(): Promise<void> {
    await (await this.#parts.clock.now()).importStatement(this.#last);
  }

  expectAsked(count: number, total: Money): void {
    const { items } = readCollection(this.#file);
    const { world } = this.#parts;
    world.expectEqual('direct debits in the file', count, items.length);
    world.expectMoney({
      measure: 'asked for by the file',
      expected: total,
      actual: sumMoney(
        items.map(({ amount }) => amount),
        total.currency,
      ),
      nature: 'charge',
      explanation: items.map(({ number, amount }) => `${number}: ${displayMoney(amount)}`).join(', '),
    });
  }

  async expectUnapplied(total: Money): Promise<void> {
    const waiting = await (await this.#parts.clock.now()).unappliedCash();
    this.#parts.world.expectMoney({
      measure: 'money of which nobody knows whose it is',
      expected: total,
      actual: sumMoney(
        waiting.map(({ amount }) => amount),
        total.currency,
      ),
      nature: 'credit',
      explanation: waiting.map(({ reference, text }) => `${reference}: ${text}`).join(', '),
    });
  }

  async #book(from: { readonly text: string; readonly name: string }, amount: Money, date: LocalDate) {
    const session = await this.#parts.clock.at(date);
    this.#count += 1;
    const booking = { reference: `B-${this.#count}`, booked: date, currency: amount.currency, ...from };
    this.#last = statement({ ...booking, amount: moneyAmount(amount) });
    await session.importStatement(this.#last);
  }
}
