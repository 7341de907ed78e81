import type { UsageEvent, UsageResult } from '../../model/billing/usage.ts';
import { type Instant, instant, type LocalDate, type Period } from '../../model/date.ts';
import { canonicalDecimal, type Decimal } from '../../model/decimal.ts';
import type { TargetSession } from '../../target/session.ts';
import { ExpectationFailed, ScenarioDefect } from '../expectation-failed.ts';
import { readDate } from '../language/date-text.ts';
import { readQuantity } from '../language/quantity-text.ts';
import { cell, readTable, type Table } from '../language/table.ts';
import type { StoryParts } from './story-subscriptions.ts';

export interface Use {
  readonly customer: string;
  readonly meter: string;
  readonly quantity: Decimal;
}

/** Usage as the customers of a scenario make it. A day without an hour is noon UTC, the same day nearly everywhere. */
export class StoryUsage {
  readonly #parts: StoryParts;
  readonly #last = new Map<string, { readonly event: UsageEvent; result: UsageResult }>();
  #count = 0;

  constructor(parts: StoryParts) {
    this.#parts = parts;
  }

  async useOn(use: Use, date: LocalDate): Promise<void> {
    await this.#send(await this.#dayOf(date), [this.#event(use, noon(date))]);
  }

  /** At a moment that the author names, with its zone: for what happens about midnight. */
  async useAt(use: Use, at: Instant): Promise<void> {
    await this.#send(await this.#parts.clock.now(), [this.#event(use, at)]);
  }

  /** Used on one day, told to the target on a later one. */
  async useLate(use: Use, days: { readonly used: LocalDate; readonly arrives: LocalDate }): Promise<void> {
    await this.#send(await this.#parts.clock.at(days.arrives), [this.#event(use, noon(days.used))]);
  }

  async useTable(customer: string, table: Table): Promise<void> {
    const rows = readTable(table, ['date', 'quantity', 'meter']);
    for (const row of rows) {
      const use = { customer, meter: cell(row, 'meter'), quantity: readQuantity(cell(row, 'quantity')) };
      await this.useOn(use, readDate(cell(row, 'date')));
    }
  }

  /** The very same event once more, as a sender does that got no answer. */
  async repeatLast(customer: string, on: LocalDate | null): Promise<void> {
    const { clock } = this.#parts;
    const session = on === null ? await clock.now() : await clock.at(on);
    await this.#send(session, [this.#lastOf(customer).event]);
  }

  /** The same usage once more, but stamped when it was sent again: some senders do that, and it is still the same. */
  async repeatLastAnew(customer: string, on: LocalDate): Promise<void> {
    const session = await this.#parts.clock.at(on);
    await this.#send(session, [{ ...this.#lastOf(customer).event, at: noon(on) }]);
  }

  expectLast(customer: string, outcome: UsageResult['outcome']): void {
    const { result } = this.#lastOf(customer);
    this.#parts.world.expectEqual(`last usage of "${customer}"`, outcome, result.outcome);
  }

  async expectBilled(use: Use, period: Period): Promise<void> {
    const { clock, customers, catalog, world } = this.#parts;
    const session = await clock.now();
    const found = await session.billedUsage(customers.id(use.customer), catalog.meter(use.meter), period);
    world.expectEqual(
      `billed usage of "${use.customer}", ${use.meter}`,
      canonicalDecimal(use.quantity),
      canonicalDecimal(found),
    );
  }

  /** Late usage is sent late: the scenario's clock does not go back for it. */
  async #dayOf(date: LocalDate): Promise<TargetSession> {
    const session = await this.#parts.clock.now();
    return date > this.#parts.clock.today ? this.#parts.clock.at(date) : session;
  }

  #event({ customer, meter, quantity }: Use, at: Instant): UsageEvent {
    const { world, customers, catalog } = this.#parts;
    this.#count += 1;
    return {
      id: `${world.checkId}-use-${this.#count}`,
      customerId: customers.id(customer),
      meter: catalog.meter(meter),
      quantity,
      at,
    };
  }

  async #send(session: TargetSession, events: readonly UsageEvent[]): Promise<void> {
    const results = await session.sendUsage(events);
    for (const [index, event] of events.entries()) {
      const result = results[index];
      if (result === undefined)
        throw new ExpectationFailed([
          `The target answered ${results.length} usage events of ${events.length}, expected all.`,
        ]);
      this.#last.set(event.customerId, { event, result });
    }
  }

  #lastOf(customer: string) {
    const last = this.#last.get(this.#parts.customers.id(customer));
    if (last === undefined) throw new ScenarioDefect(`Found no usage of "${customer}" before this step.`);
    return last;
  }
}

function noon(date: LocalDate): Instant {
  return instant(`${date}T12:00:00Z`);
}
