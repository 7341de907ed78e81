import { describe } from 'vitest';
import type { Invoice } from '../../model/billing/invoice.ts';
import { expectBilling, expectSound } from '../../scenario/billing-agreement.ts';
import { check } from '../../scenario/check.ts';
import type { World } from '../../scenario/world.ts';
import { accountCount, accountHistory, billDays, readBillDaySeed } from './bill-day.ts';
import { type LoadOutcomes, readLoadOutcomes } from './load-outcomes.ts';

const options = { topic: 'load', needs: ['load', 'clock', 'price.flat'], timeoutMs: 120_000 } as const;

describe('After the day of many bills', () => {
  check(
    `Each of ${accountCount} accounts is invoiced once for the new month, though it is read while it is billed`,
    { ...options, tags: ['@risk-high'] },
    async (world) => {
      const { bills, outcomes } = await settledBillDay(world);
      world.expectEqual('moves of the clock', 1, outcomes.operations['clock.advance']?.started ?? 0);
      world.expectThat(
        (outcomes.operations['invoice.read']?.done ?? 0) > 0,
        'No invoice was read on that day, so nothing was proven.',
      );
      world.expectEqual('accounts', accountCount, bills.length);
      const wrong = bills
        .map((invoices, number) => ({ number, days: invoices.map(({ issueDate }) => issueDate) }))
        .filter(({ days }) => days.join() !== [billDays.first, billDays.second].join());
      world.expectEqual('accounts that are not invoiced on both days, once each', [], wrong.slice(0, 10));
    },
  );

  check(
    'Each account is charged the fee of its own plan, to the cent',
    { ...options, tags: ['@risk-high'] },
    async (world) => {
      const { bills } = await settledBillDay(world);
      for (const [number, invoices] of bills.entries()) {
        const history = accountHistory(number);
        expectBilling(world, history, invoices);
        for (const invoice of invoices) expectSound(world, history.name, invoice);
      }
    },
  );
});

interface BillDay {
  readonly outcomes: LoadOutcomes;
  /** The invoices of each account, in the order in which the accounts were made. */
  readonly bills: readonly (readonly Invoice[])[];
}

let settled: Promise<BillDay> | null = null;

/** Read once for both checks; the first one ends the world that the load left. */
function settledBillDay(world: World): Promise<BillDay> {
  settled ??= settle(world);
  return settled;
}

async function settle(world: World): Promise<BillDay> {
  const { handle, customerIds } = await readBillDaySeed(world.configuration);
  const session = await world.resume(handle);
  const outcomes = await readLoadOutcomes(world.configuration, 'bill-day');
  // The load moved the clock there: what is due by then, and nothing else, is to be done when this answers.
  await session.advanceTo(billDays.second);
  const bills: (readonly Invoice[])[] = [];
  for (const id of customerIds) bills.push(await session.invoices(id));
  return { outcomes, bills };
}
