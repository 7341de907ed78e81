import type { PaymentMethod, PaymentNotification } from '../../model/billing/gateway.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Money } from '../../model/money.ts';
import { refusalOf } from '../billing-session.ts';
import { movedAtGateway } from '../drawn/money-agreement.ts';
import { ExpectationFailed } from '../expectation-failed.ts';
import type { InvoiceChoice } from '../language/invoice-choice.ts';
import type { StoryInvoices } from './story-invoices.ts';
import type { StoryParts } from './story-subscriptions.ts';

/** Cards, the payment service behind them, and money that goes back or never comes. */
export class StoryCollection {
  readonly #parts: StoryParts;
  readonly #invoices: StoryInvoices;
  readonly #methods: { readonly customer: string; readonly method: PaymentMethod }[] = [];
  #count = 0;

  constructor(parts: StoryParts, invoices: StoryInvoices) {
    this.#parts = parts;
    this.#invoices = invoices;
    parts.clock.prepare(async (session) => {
      for (const { customer, method } of this.#methods.splice(0))
        await session.setPaymentMethod(parts.customers.id(customer), method);
    });
  }

  /** From the next event on. */
  useCard(customer: string, method: PaymentMethod): void {
    this.#methods.push({ customer, method });
  }

  /** The payment service tells; whoever hears nonsense may refuse it. */
  async tell(customer: string, outcome: PaymentNotification['outcome']): Promise<void> {
    const session = await this.#parts.clock.now();
    const paymentId = await this.#lastPayment(customer);
    await refusalOf(session.notifyPayment({ id: this.#nextKey('news'), paymentId, outcome }));
  }

  async refundLast(customer: string, amount: Money, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const paymentId = await this.#lastPayment(customer);
    await session.refund({ key: this.#nextKey('refund'), paymentId, amount });
  }

  async receive(customer: string, amount: Money, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const customerId = this.#parts.customers.id(customer);
    await session.receive({ key: this.#nextKey('receipt'), customerId, amount, invoiceIds: null });
  }

  async writeOff(choice: InvoiceChoice, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    const { invoice } = await this.#invoices.choose(choice);
    await session.writeOff(this.#nextKey('write-off'), invoice.id);
  }

  async expectMoved(customer: string, amount: Money): Promise<void> {
    const { world, customers, clock } = this.#parts;
    const session = await clock.now();
    const payer = { session, customerId: customers.id(customer), currency: amount.currency };
    world.expectMoney({
      measure: 'moved by the payment service',
      expected: amount,
      actual: await movedAtGateway(payer),
      nature: 'charge',
      customer,
      explanation: 'Charges that went through less what went back, by the record of the payment service.',
    });
  }

  async expectAttempts(customer: string, count: number): Promise<void> {
    const session = await this.#parts.clock.now();
    const movements = await session.gatewayMovements(this.#parts.customers.id(customer));
    const charges = movements.filter(({ kind }) => kind === 'charge').length;
    this.#parts.world.expectEqual(`times that the card of "${customer}" was charged`, count, charges);
  }

  async #lastPayment(customer: string): Promise<string> {
    const session = await this.#parts.clock.now();
    const last = (await session.payments(this.#parts.customers.id(customer))).at(-1);
    if (last === undefined)
      throw new ExpectationFailed([
        `The target shows no payment of "${customer}", expected one before this.`,
      ]);
    return last.id;
  }

  #nextKey(what: string): string {
    this.#count += 1;
    return `${this.#parts.world.checkId}-${what}-${this.#count}`;
  }
}
