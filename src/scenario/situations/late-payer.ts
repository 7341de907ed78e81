import type { DunningLevel, DunningPolicy } from '../../model/billing/dunning.ts';
import type { LocalDate } from '../../model/date.ts';
import { expectedLevel } from '../../oracle/payment/expected-dunning.ts';
import type { World } from '../world.ts';
import { type Debtor, debtor } from './paying-customer.ts';

export function dunningLevel(
  name: string,
  afterDays: number,
  rest: Partial<Omit<DunningLevel, 'name' | 'afterDays'>> = {},
): DunningLevel {
  return { name, afterDays, suspends: false, fee: null, interestPercent: null, ...rest };
}

/** Reminder after 5 days, warning after 10, and after 20 no service any more. */
export const threeLevels: DunningPolicy = {
  firstAttempt: 'issue-date',
  retryDays: [],
  ageFrom: 'due-date',
  threshold: null,
  levels: [
    dunningLevel('reminder', 5),
    dunningLevel('warning', 10),
    dunningLevel('stop', 20, { suspends: true }),
  ],
};

/** Acme owes EUR 100.00 since 1 January 2026 and is dunned so. He is billed again only on 1 January 2027. */
export async function latePayer(world: World, policy: DunningPolicy, amount = '100.00'): Promise<Debtor> {
  const owing = await debtor(world, amount, { interval: { unit: 'year', count: 1 } });
  await owing.session.setDunningPolicy(policy);
  return owing;
}

/** By all that the customer owes on the day, as the target's own invoices say it. */
export async function expectLevelOfDay(
  world: World,
  { session, customerId }: Pick<Debtor, 'session' | 'customerId'>,
  at: { readonly day: LocalDate; readonly policy: DunningPolicy },
): Promise<void> {
  const { day, policy } = at;
  const owed = (await session.invoices(customerId)).flatMap(({ issueDate, dueDate, due }) =>
    dueDate === null ? [] : [{ issueDate, dueDate, due }],
  );
  const level = expectedLevel(day, owed, policy);
  const state = await session.dunning(customerId);
  world.expectEqual(`level on ${day}`, level?.name ?? null, state.level);
  world.expectEqual(`suspended on ${day}`, level?.suspends ?? false, state.isSuspended);
}

/** The last day to pay. */
export function lastDay({ invoice }: Debtor): LocalDate {
  return invoice.dueDate ?? invoice.issueDate;
}

export async function expectClear(world: World, { session, customerId }: Debtor, why: string): Promise<void> {
  const { level, isSuspended } = await session.dunning(customerId);
  world.expectEqual(`level ${why}`, null, level);
  world.expectEqual(`suspended ${why}`, false, isSuspended);
}
