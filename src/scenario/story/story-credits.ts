import type { LocalDate } from '../../model/date.ts';
import { displayMoney, type Money, moneyAmount, sumMoney } from '../../model/money.ts';
import type { InvoiceChoice } from '../language/invoice-choice.ts';
import { showChoice } from '../language/invoice-choice.ts';
import type { StoryInvoices } from './story-invoices.ts';
import type { StoryParts } from './story-subscriptions.ts';

/** What is taken back or credited in one scenario, and what a customer has to his credit. */
export class StoryCredits {
  readonly #parts: StoryParts;
  readonly #invoices: StoryInvoices;
  #count = 0;

  constructor(parts: StoryParts, invoices: StoryInvoices) {
    this.#parts = parts;
    this.#invoices = invoices;
  }

  async voidInvoice(choice: InvoiceChoice, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const { invoice } = await this.#invoices.choose(choice);
    await session.voidInvoice(this.#nextKey(), invoice.id);
  }

  async rebill(choice: InvoiceChoice, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const { invoice } = await this.#invoices.choose(choice);
    await session.rebill({ key: this.#nextKey(), invoiceId: invoice.id, without: [] });
  }

  async creditWhole(choice: InvoiceChoice, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const { invoice } = await this.#invoices.choose(choice);
    const part = { kind: 'whole' } as const;
    await session.creditNote({ key: this.#nextKey(), invoiceId: invoice.id, part, reason: 'as agreed' });
  }

  /** Of its first line, before tax. */
  async creditPart(choice: InvoiceChoice, net: Money, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const { invoice } = await this.#invoices.choose(choice);
    const part = { kind: 'lines', lines: [{ line: 0, net }] } as const;
    await session.creditNote({ key: this.#nextKey(), invoiceId: invoice.id, part, reason: 'as agreed' });
  }

  async topUp(customer: string, amount: Money, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const key = this.#nextKey();
    const customerId = this.#parts.customers.id(customer);
    const terms = { name: key, rate: '1', priority: 1, expires: null, charges: null };
    const { id: walletId } = await session.openWallet({ key, customerId, ...terms });
    const credits = moneyAmount(amount);
    await session.topUpWallet({ key: `${key}-top-up`, walletId, credits });
  }

  async expectBalance(customer: string, expected: Money): Promise<void> {
    const session = await this.#parts.clock.now();
    const { amount, entries } = await session.balance(this.#parts.customers.id(customer));
    const list = entries.map((entry) => `${entry.kind} ${displayMoney(entry.amount)}`).join(', ');
    this.#parts.world.expectMoney({
      measure: "customer's balance",
      expected,
      actual: amount,
      nature: 'credit',
      customer,
      explanation: `Movements of the balance: ${list || 'none'}.`,
    });
  }

  async expectPrepaid(customer: string, expected: Money): Promise<void> {
    const session = await this.#parts.clock.now();
    const wallets = await session.wallets(this.#parts.customers.id(customer));
    this.#parts.world.expectMoney({
      measure: 'prepaid credit',
      expected,
      actual: sumMoney(
        wallets.map(({ balance }) => balance),
        expected.currency,
      ),
      nature: 'credit',
      customer,
      explanation: `The customer has ${wallets.length} wallets.`,
    });
  }

  async expectCredited(choice: InvoiceChoice, expected: Money): Promise<void> {
    const { invoice, customer } = await this.#invoices.choose(choice);
    this.#parts.world.expectMoney({
      measure: 'credit used on the invoice',
      expected,
      actual: invoice.credited,
      nature: 'credit',
      customer,
      invoice: invoice.number,
      explanation: 'Credit notes, balance and prepaid credit together.',
    });
  }

  async expectVoid(choice: InvoiceChoice): Promise<void> {
    const { invoice } = await this.#invoices.choose(choice);
    this.#parts.world.expectEqual(`status of ${showChoice(choice)}`, 'void', invoice.status);
  }

  #nextKey(): string {
    this.#count += 1;
    return `${this.#parts.world.checkId}-credit-${this.#count}`;
  }
}
