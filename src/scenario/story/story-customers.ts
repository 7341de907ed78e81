import type { TaxRate } from '../../model/billing/customer.ts';
import type { TimeZoneId } from '../../model/date.ts';
import type { TargetSession } from '../../target/session.ts';
import { castMember, timeZoneOf } from '../cast.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import type { StoryClock } from './story-clock.ts';

interface Person {
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  timeZone: TimeZoneId;
  id: string | null;
}

/** The customers of one scenario, their taxes and coupons. */
export class StoryCustomers {
  readonly #people = new Map<string, Person>();
  readonly #rates: { readonly rate: TaxRate; isSet: boolean }[] = [];
  readonly #keyPrefix: string;

  constructor(clock: StoryClock, keyPrefix: string) {
    this.#keyPrefix = keyPrefix;
    clock.prepare((session) => this.#settle(session));
  }

  add(name: string, country: string, currency: string): void {
    if (this.#people.has(name))
      throw new ScenarioDefect(`Found the customer "${name}" twice, expected it once.`);
    this.#people.set(name, { name, country, currency, timeZone: timeZoneOf(name, country), id: null });
  }

  addFromCast(name: string): void {
    const member = castMember(name);
    if (member === null)
      throw new ScenarioDefect(
        `Found "${name}", who is not in the cast; expected one of it, or: a customer "${name}" in DE paying in EUR.`,
      );
    this.add(name, member.country, member.currency);
  }

  keepTime(name: string, timeZone: TimeZoneId): void {
    const person = this.#person(name);
    if (person.id !== null)
      throw new ScenarioDefect(`Found a time zone for "${name}" after the first event, expected it before.`);
    person.timeZone = timeZone;
  }

  addTaxRate(rate: TaxRate): void {
    this.#rates.push({ rate, isSet: false });
  }

  /** The target's own id of the customer. */
  id(name: string): string {
    const { id } = this.#person(name);
    if (id === null) throw new ScenarioDefect(`"${name}" is not a customer yet; give a day first.`);
    return id;
  }

  currency(name: string): string {
    return this.#person(name).currency;
  }

  get names(): readonly string[] {
    return [...this.#people.keys()];
  }

  #person(name: string): Person {
    const person = this.#people.get(name);
    if (person === undefined) {
      const known = this.names.join(', ') || 'none';
      throw new ScenarioDefect(`Found the customer "${name}", expected one given before: ${known}.`);
    }
    return person;
  }

  async #settle(session: TargetSession): Promise<void> {
    for (const entry of this.#rates) {
      if (entry.isSet) continue;
      await session.setTaxRate(entry.rate);
      entry.isSet = true;
    }
    for (const person of this.#people.values()) {
      if (person.id !== null) continue;
      const { name, country, currency, timeZone } = person;
      const key = `${this.#keyPrefix}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      person.id = (await session.createCustomer({ key, name, country, currency, timeZone })).id;
    }
  }
}
