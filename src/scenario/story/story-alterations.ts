import type { Planned } from '../../model/billing/subscription.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Money } from '../../model/money.ts';
import type { StoryMoment, StorySubscriptions } from './story-subscriptions.ts';

/** What is altered of a subscription between its order and its end, but for its plan. */
export class StoryAlterations {
  readonly #subscriptions: StorySubscriptions;

  constructor(subscriptions: StorySubscriptions) {
    this.#subscriptions = subscriptions;
  }

  async changeQuantity(customer: string, plan: string, move: { quantity: Decimal; when: StoryMoment }) {
    await this.#subscriptions.act(customer, plan, {
      when: move.when,
      tell: (session, id, timing) => session.changeQuantity(id, move.quantity, timing),
    });
  }

  /** Told on the day, and from that day on: the first such day of the month is the first of a whole period. */
  async moveBillDay(customer: string, plan: string, { day, on }: { day: number; on: LocalDate }) {
    await this.#subscriptions.act(customer, plan, {
      when: { kind: 'date', date: on },
      tell: (session, id) => session.changeBillDay(id, { day, from: on }),
    });
  }

  async pause(customer: string, plan: string, when: StoryMoment): Promise<void> {
    await this.#subscriptions.act(customer, plan, {
      when,
      tell: (session, id, timing) => session.pause(id, timing),
    });
  }

  async resume(customer: string, plan: string, when: StoryMoment): Promise<void> {
    await this.#subscriptions.act(customer, plan, {
      when,
      tell: (session, id, timing) => session.resume(id, timing),
    });
  }

  async cancel(customer: string, plan: string, when: StoryMoment): Promise<void> {
    await this.#subscriptions.act(customer, plan, {
      when,
      tell: (session, id, timing) => session.cancel(id, timing),
    });
  }

  /** From that day on usage of that much is not waited for until the end of the period. */
  async billAtOnce(customer: string, plan: string, at: { amount: Money; on: LocalDate }): Promise<void> {
    await this.#subscriptions.act(customer, plan, {
      when: { kind: 'date', date: at.on },
      tell: (session, id) => session.setThresholds(id, [at.amount]),
    });
  }

  /** Takes back, on that day, what was planned for a later one. */
  async takeBack(customer: string, plan: string, what: { planned: Planned; on: LocalDate }): Promise<void> {
    await this.#subscriptions.act(customer, plan, {
      when: { kind: 'date', date: what.on },
      tell: (session, id) => session.undo(id, what.planned),
    });
  }
}
