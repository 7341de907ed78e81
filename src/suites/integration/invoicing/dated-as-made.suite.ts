import { describe } from 'vitest';
import type { InvoiceReview } from '../../../model/billing/invoice-review.ts';
import { addDays } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { planOfWays, waysStart, waysToAnInvoice } from '../../../scenario/situations/ways-to-an-invoice.ts';

interface Reader {
  readonly who: string;
  readonly review: InvoiceReview | null;
  readonly needs: CheckOptions['needs'];
}

const readers: readonly Reader[] = [
  { who: 'anybody', review: null, needs: [] },
  {
    who: 'somebody whose bills wait for 3 days',
    review: { kind: 'days', days: 3 },
    needs: ['invoice.draft', 'invoice.draft-days'],
  },
  {
    who: 'somebody whose bills wait until they are read',
    review: { kind: 'by-hand' },
    needs: ['invoice.draft'],
  },
];

/** However an invoice comes to be, its term and its tax count from the day on which it does. */
describe('The day of an invoice, and its term, are those of its making:', () => {
  for (const { who, review, needs } of readers)
    for (const way of waysToAnInvoice.filter(({ isForReviewers }) => isForReviewers || review === null))
      check(
        `one ${way.title}, of ${who}`,
        {
          topic: 'document',
          needs: ['clock', 'price.flat', 'payment', ...way.needs, ...needs],
          tags: ['@edge', '@risk-high'],
        },
        async (world) => {
          const plan = planOfWays(world);
          const contract = await openContract(world, { customer: 'Acme', plan, start: waysStart });
          const { session, customerId } = contract;
          if (review !== null) await session.reviewInvoices(customerId, review);
          const before = new Set((await session.invoices(customerId)).map(({ id }) => id));
          await way.go(contract, world);
          const made = (await session.invoices(customerId)).filter(({ id }) => !before.has(id));
          world.expectEqual(
            'days and last days to pay of the new invoices',
            [[way.on, addDays(way.on, world.profile.paymentTermDays)]],
            made.map(({ issueDate, dueDate }) => [issueDate, dueDate]),
          );
        },
      );
});
