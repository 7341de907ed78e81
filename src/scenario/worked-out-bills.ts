import type { Invoice } from '../model/billing/invoice.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { Decimal } from '../model/decimal.ts';
import { parseMoney, sumMoney } from '../model/money.ts';
import { referenceProfile } from '../oracle/reference-profile.ts';
import { type BilledHistory, expectHistory } from './billed-history.ts';
import type { CustomerHistory } from './drawn/customer-history.ts';
import type { World } from './world.ts';

export interface WorkedOutBills {
  readonly history: CustomerHistory;
  /** What is billed on each day with an invoice, by the habits of the reference profile; all of them in order. */
  readonly bills: readonly (readonly [day: string, total: Decimal])[];
  /** How the amounts were worked out. */
  readonly because: string;
}

/** Holds a history against the oracle and, where the target's habits are those it was worked out by, against the hand. */
export async function expectWorkedOut(world: World, worked: WorkedOutBills): Promise<BilledHistory> {
  const billed = await expectHistory(world, worked.history);
  if (hasHabitsOfTheHand(world.profile)) expectBills(world, worked, billed.invoices);
  return billed;
}

const habits = [
  'dayCount',
  'changeDayBelongsTo',
  'prorationCredit',
  'existingSubscriptions',
  'pauseCredit',
  'trialPeriods',
] as const;

function hasHabitsOfTheHand(profile: PolicyProfile): boolean {
  return habits.every((habit) => (profile[habit] ?? referenceProfile[habit]) === referenceProfile[habit]);
}

function expectBills(
  world: World,
  { history, bills, because }: WorkedOutBills,
  invoices: readonly Invoice[],
): void {
  const { name, billing } = history;
  const days = [...new Set(invoices.map(({ issueDate }) => String(issueDate)))];
  world.expectEqual(
    `${name}: days with an invoice`,
    bills.map(([day]) => day),
    days.toSorted(),
  );
  for (const [day, total] of bills) {
    const expected = parseMoney(total, billing.currency);
    const ofDay = invoices.filter(({ issueDate }) => issueDate === day);
    world.expectMoney({
      measure: `total of ${day}, worked out by hand`,
      expected,
      actual: sumMoney(
        ofDay.map((invoice) => invoice.total),
        billing.currency,
      ),
      nature: expected.amountMinor < 0n ? 'credit' : 'charge',
      customer: name,
      invoice: ofDay.map(({ number }) => number).join(', ') || day,
      explanation: because,
    });
  }
}
