import { describe } from 'vitest';
import type { BillingSession } from '../../scenario/billing-session.ts';
import { check } from '../../scenario/check.ts';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import { accountCount, accountHistory, billDayPlans, billDays, writeBillDaySeed } from './bill-day.ts';
import { loadId } from './load-file.ts';
import { writePhaseFile } from './phase-file.ts';

/** So many accounts are made at a time. */
const makers = 8;

interface Account {
  readonly customerId: string;
  readonly invoiceId: string;
}

describe('Before the day of many bills', () => {
  check(
    `${accountCount} accounts each have the one invoice of their first day`,
    { topic: 'load', needs: ['load', 'clock', 'price.flat'], timeoutMs: 120_000 },
    async (world) => {
      const session = await world.target(billDays.first, { keep: true });
      for (const plan of billDayPlans) await session.publish(plan);
      const accounts = await inTurns(accountCount, (number) => account(session, world.checkId, number));
      const counts = await inTurns(accountCount, async (number) => {
        const invoices = await session.invoices(accounts[number]?.customerId ?? '');
        return { number, invoices: invoices.length, first: invoices[0]?.id ?? '' };
      });
      const wrong = counts.filter(({ invoices }) => invoices !== 1);
      world.expectEqual('accounts with no or several invoices', [], wrong.slice(0, 10));
      const readable = accounts.map(({ customerId }, number) => ({
        customerId,
        invoiceId: counts[number]?.first ?? '',
      }));
      await writeBillDayLoad(world.configuration, session, readable);
      const customerIds = accounts.map(({ customerId }) => customerId);
      await writeBillDaySeed(world.configuration, { handle: session.handle, customerIds });
    },
  );
});

async function account(
  session: BillingSession,
  key: string,
  number: number,
): Promise<Pick<Account, 'customerId'>> {
  const { name, country, billing } = accountHistory(number);
  const { currency, timeZone } = billing;
  const { id: customerId } = await session.createCustomer({
    key: `${key}-${number + 1}`,
    name,
    country,
    currency,
    timeZone,
  });
  for (const { plan, start, quantity, billing: days } of billing.subscriptions)
    await session.subscribe({
      key: `${key}-${number + 1}-order`,
      customerId,
      plan,
      start,
      quantity,
      billing: days,
    });
  return { customerId };
}

/** Asked for last of all: whoever knows how to move the clock may move it. */
async function writeBillDayLoad(
  { phaseDir, runId, part, load }: ScenarioConfiguration,
  session: BillingSession,
  accounts: readonly Account[],
): Promise<void> {
  const { seconds, ratesPerSecond, limitsMs } = load;
  await writePhaseFile(phaseDir, 'bill-day.json', {
    runId: loadId({ runId, part }),
    seconds,
    recipes: [await session.loadRecipe('invoice.read'), await session.loadRecipe('clock.advance')],
    rows: accounts.map(({ invoiceId }) => ({ invoiceId, date: billDays.second })),
    // Once in the whole time.
    rates: { 'invoice.read': ratesPerSecond['invoice.read'], 'clock.advance': 1 / seconds },
    limitsMs: { 'invoice.read': limitsMs['invoice.read'], 'clock.advance': seconds * 1000 },
  });
}

async function inTurns<Result>(
  count: number,
  work: (number: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  // The first goes alone: what a target sets up with the first of its kind is there for the others.
  results[0] = await work(0);
  let next = 1;
  const workOff = async () => {
    while (next < count) {
      const number = next;
      next += 1;
      results[number] = await work(number);
    }
  };
  await Promise.all(Array.from({ length: makers }, workOff));
  return results;
}
