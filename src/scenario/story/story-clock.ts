import type { Interval } from '../../model/billing/catalog.ts';
import type { LocalDate } from '../../model/date.ts';
import type { TargetSession } from '../../target/session.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import { showDate } from '../language/date-text.ts';
import { dayAfter } from '../language/interval-text.ts';

type Preparation = (session: TargetSession) => Promise<void>;

/**
 * The time of one scenario. The target's world is opened on the first day that the scenario names, and everything that
 * was said before (plans, rates, customers) is put into it then.
 */
export class StoryClock {
  readonly #open: (today: LocalDate) => Promise<TargetSession>;
  readonly #preparations: Preparation[] = [];
  #session: TargetSession | null = null;
  #today: LocalDate | null = null;

  constructor(open: (today: LocalDate) => Promise<TargetSession>) {
    this.#open = open;
  }

  /** Runs before each event, so that what it puts into the target is there in time; it must do each thing once. */
  prepare(preparation: Preparation): void {
    this.#preparations.push(preparation);
  }

  get today(): LocalDate {
    if (this.#today === null) throw noDay();
    return this.#today;
  }

  /** The world on that day: everything due until then has been billed. A scenario never goes back in time. */
  async at(date: LocalDate): Promise<TargetSession> {
    if (this.#session === null) {
      this.#today = date;
      this.#session = await this.#open(date);
      return this.now();
    }
    const session = await this.now();
    if (date < this.today) {
      throw new ScenarioDefect(
        `Found a step on ${showDate(date)} after one on ${showDate(this.today)}; expected the days of a scenario in their order.`,
      );
    }
    if (date > this.today) {
      await session.advanceTo(date);
      this.#today = date;
    }
    return session;
  }

  /** The world as it is. */
  async now(): Promise<TargetSession> {
    if (this.#session === null) throw noDay();
    for (const preparation of this.#preparations) await preparation(this.#session);
    return this.#session;
  }

  async pass(interval: Interval): Promise<void> {
    await this.at(dayAfter(this.today, interval));
  }
}

function noDay(): ScenarioDefect {
  return new ScenarioDefect(
    'Found no day before this step, expected one: begin with "today is 1 April 2026".',
  );
}
