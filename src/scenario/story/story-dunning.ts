import type { DunningPolicy, DunningState } from '../../model/billing/dunning.ts';
import { moneyAmount } from '../../model/money.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import { readMoney } from '../language/money-text.ts';
import { readPercent } from '../language/quantity-text.ts';
import { cell, optionalCell, type Row, readTable, type Table } from '../language/table.ts';
import type { StoryParts } from './story-subscriptions.ts';

/** How the seller of a scenario comes to his money. */
export class StoryDunning {
  readonly #parts: StoryParts;
  #policy: DunningPolicy | null = null;

  constructor(parts: StoryParts) {
    this.#parts = parts;
    parts.clock.prepare(async (session) => {
      if (this.#policy === null) return;
      await session.setDunningPolicy(this.#policy);
      this.#policy = null;
    });
  }

  /** Days count from the last day to pay. */
  ask(table: Table): void {
    const rows = readTable(table, ['level', 'days late', 'fee', 'interest', 'service']);
    this.#policy = {
      firstAttempt: 'issue-date',
      retryDays: [],
      ageFrom: 'due-date',
      threshold: null,
      levels: rows.map(levelOf),
    };
  }

  async expectLevel(customer: string, level: string | null): Promise<void> {
    const state = await this.#of(customer);
    this.#parts.world.expectEqual(`dunning level of "${customer}"`, level, state.level);
  }

  async expectService(customer: string, hasService: boolean): Promise<void> {
    const { isSuspended } = await this.#of(customer);
    this.#parts.world.expectEqual(`"${customer}" has service`, hasService, !isSuspended);
  }

  async expectReminders(customer: string, count: number): Promise<void> {
    const { reminders } = await this.#of(customer);
    this.#parts.world.expectEqual(`reminders to "${customer}"`, count, reminders.length);
  }

  async #of(customer: string): Promise<DunningState> {
    const session = await this.#parts.clock.now();
    return session.dunning(this.#parts.customers.id(customer));
  }
}

function levelOf(row: Row): DunningPolicy['levels'][number] {
  const days = cell(row, 'days late');
  if (!/^\d{1,4}$/.test(days))
    throw new ScenarioDefect(`Found "${days}" days late, expected a number of days.`);
  const service = optionalCell(row, 'service') ?? 'goes on';
  if (!['goes on', 'stops'].includes(service))
    throw new ScenarioDefect(`Found the service "${service}", expected "goes on" or "stops".`);
  const fee = optionalCell(row, 'fee');
  const interest = optionalCell(row, 'interest');
  return {
    name: cell(row, 'level'),
    afterDays: Number(days),
    suspends: service === 'stops',
    fee: fee === null ? null : moneyAmount(readMoney(fee)),
    interestPercent: interest === null ? null : readPercent(interest),
  };
}
