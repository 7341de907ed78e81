import type { NewPayment, Payment } from '../../model/billing/payment.ts';
import type { LocalDate } from '../../model/date.ts';
import { type Money, moneyOf, sumMoney } from '../../model/money.ts';
import { ExpectationFailed, ScenarioDefect } from '../expectation-failed.ts';
import type { InvoiceChoice } from '../language/invoice-choice.ts';
import type { StoryInvoices } from './story-invoices.ts';
import type { StoryParts } from './story-subscriptions.ts';

/** Money that comes in. */
export class StoryPayments {
  readonly #parts: StoryParts;
  readonly #invoices: StoryInvoices;
  readonly #last = new Map<string, NewPayment>();
  #count = 0;

  constructor(parts: StoryParts, invoices: StoryInvoices) {
    this.#parts = parts;
    this.#invoices = invoices;
  }

  /** For the oldest invoice that is not paid in full. */
  async pay(customer: string, amount: Money, date: LocalDate): Promise<void> {
    await this.#parts.clock.at(date);
    const open = (await this.#invoices.of(customer)).find(({ due }) => due.amountMinor > 0n);
    if (open === undefined)
      throw new ExpectationFailed([`Found no invoice of "${customer}" that is open, expected one to pay.`]);
    await this.#send(customer, { key: this.#nextKey(), invoiceId: open.id, amount });
  }

  async payFor(choice: InvoiceChoice, amount: Money, date: LocalDate): Promise<void> {
    await this.#parts.clock.at(date);
    const { invoice, customer } = await this.#invoices.choose(choice);
    await this.#send(customer, { key: this.#nextKey(), invoiceId: invoice.id, amount });
  }

  /** The very same payment once more, as a sender does that got no answer. */
  async repeatLast(customer: string): Promise<void> {
    const last = this.#last.get(customer);
    if (last === undefined) throw new ScenarioDefect(`Found no payment of "${customer}" before this step.`);
    await this.#send(customer, last);
  }

  /** What the payment service was asked for, in the currency's smallest unit, told as an amount. */
  async expectAsked(customer: string, amount: Money): Promise<void> {
    const payment = (await this.#of(customer)).at(-1);
    if (payment === undefined)
      throw new ExpectationFailed([`The target shows no payment of "${customer}", expected one.`]);
    if (payment.gatewayAmountMinor === null)
      throw new ExpectationFailed(['The target does not show what it asked the payment service for.']);
    this.#parts.world.expectMoney({
      measure: 'amount asked of the payment service',
      expected: amount,
      actual: moneyOf(payment.gatewayAmountMinor, payment.amount.currency),
      nature: 'charge',
      customer,
      explanation: 'The payment service moves what it is asked for, not what the invoice says.',
    });
  }

  async expectCount(customer: string, count: number): Promise<void> {
    const payments = await this.#of(customer);
    this.#parts.world.expectEqual(`number of payments of "${customer}"`, count, payments.length);
  }

  async expectPaid(customer: string, total: Money): Promise<void> {
    const succeeded = (await this.#of(customer)).filter(({ status }) => status === 'succeeded');
    this.#parts.world.expectMoney({
      measure: 'paid in all',
      expected: total,
      actual: sumMoney(
        succeeded.map(({ amount }) => amount),
        total.currency,
      ),
      nature: 'charge',
      customer,
      explanation: `The target shows ${succeeded.length} payments that went through.`,
    });
  }

  async #of(customer: string): Promise<readonly Payment[]> {
    const session = await this.#parts.clock.now();
    return session.payments(this.#parts.customers.id(customer));
  }

  async #send(customer: string, payment: NewPayment): Promise<void> {
    await (await this.#parts.clock.now()).pay(payment);
    this.#last.set(customer, payment);
  }

  #nextKey(): string {
    this.#count += 1;
    return `${this.#parts.world.checkId}-payment-${this.#count}`;
  }
}
