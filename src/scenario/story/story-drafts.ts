import type { Invoice } from '../../model/billing/invoice.ts';
import type { InvoiceReview } from '../../model/billing/invoice-review.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Money } from '../../model/money.ts';
import { ExpectationFailed } from '../expectation-failed.ts';
import { showLines } from '../invoice-line-text.ts';
import type { StoryParts } from './story-subscriptions.ts';

/** Bills that wait for somebody's eyes before they are invoices. */
export class StoryDrafts {
  readonly #parts: StoryParts;
  #count = 0;

  constructor(parts: StoryParts) {
    this.#parts = parts;
  }

  async review(customer: string, review: InvoiceReview): Promise<void> {
    const session = await this.#parts.clock.now();
    await session.reviewInvoices(this.#parts.customers.id(customer), review);
  }

  async finalise(customer: string, date: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(date);
    this.#count += 1;
    const { id } = await this.#oldest(customer);
    await session.finalise(`${this.#parts.world.checkId}-final-${this.#count}`, id);
  }

  async expectCount(customer: string, count: number): Promise<void> {
    const { length } = await this.#of(customer);
    this.#parts.world.expectEqual(`drafts of "${customer}"`, count, length);
  }

  async expectTotal(customer: string, total: Money): Promise<void> {
    const draft = await this.#oldest(customer);
    this.#parts.world.expectMoney({
      measure: 'total of the draft',
      expected: total,
      actual: draft.total,
      nature: 'charge',
      customer,
      explanation: showLines(draft),
    });
  }

  async #oldest(customer: string): Promise<Invoice> {
    const [draft] = await this.#of(customer);
    if (draft === undefined) throw new ExpectationFailed([`Found no draft of "${customer}", expected one.`]);
    return draft;
  }

  async #of(customer: string): Promise<readonly Invoice[]> {
    const session = await this.#parts.clock.now();
    return session.drafts(this.#parts.customers.id(customer));
  }
}
