import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const needs = ['clock', 'price.flat', 'invoice.draft', 'invoice.draft-days'] as const;
const start = localDate('2026-01-01');
const bills = ['2026-02-01', '2026-03-01'].map(localDate);

describe('Bills that wait for so many days', () => {
  // As long as a weekend, a week, and so long that the next bill is there before the first is final.
  for (const days of [1, 2, 7, 14, 31, 45])
    check(
      `are final after ${days}, each by itself`,
      { topic: 'document', needs, tags: ['@close', '@edge'] },
      async (world) => {
        const plan = monthlyPlan('basic', [fee('30.00')]);
        const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
        await session.reviewInvoices(customerId, { kind: 'days', days });
        const waiting = bills.map((day) => addDays(day, days));
        for (const [index, day] of waiting.entries()) {
          await session.advanceTo(addDays(day, -1));
          const before = (await session.invoices(customerId)).length;
          world.expectEqual(`invoices on the day before ${day}`, index + 1, before);
          await session.advanceTo(day);
          const made = (await session.invoices(customerId)).at(-1);
          world.expectEqual(`day of the invoice that waited until ${day}`, day, made?.issueDate);
          world.expectEqual('its total', parseMoney('30.00', 'EUR'), made?.total);
        }
      },
    );
});
