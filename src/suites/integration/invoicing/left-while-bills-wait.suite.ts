import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { sumMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const april = localDate('2026-04-01');

/** What makes bills wait, and what makes them come. */
const waits: readonly {
  readonly title: string;
  readonly needs: NonNullable<CheckOptions['needs']>;
  readonly begin: (contract: OpenContract) => Promise<unknown>;
  readonly end: (contract: OpenContract, world: World) => Promise<unknown>;
}[] = [
  {
    title: 'held',
    needs: ['invoice.hold'],
    begin: ({ session, customerId }) => session.holdInvoices(customerId),
    end: ({ session, customerId }) => session.releaseInvoices(customerId),
  },
  {
    title: 'drafts',
    needs: ['invoice.draft'],
    begin: ({ session, customerId }) => session.reviewInvoices(customerId, { kind: 'by-hand' }),
    end: async ({ session, customerId }, world) => {
      for (const [place, { id }] of (await session.drafts(customerId)).entries())
        await session.finalise(`${world.checkId}-${place}`, id);
    },
  },
];

describe('Who leaves while bills are', () => {
  for (const { title, needs, begin, end } of waits)
    for (const [words, ends, net, because] of [
      ['within the month that waits', '2026-05-16', '46.00', 'April, and 15 of 31 days of May at EUR 1.00.'],
      ['on the first day of it', '2026-05-01', '31.00', 'April alone.'],
    ] as const)
      check(
        `${title}, ${words}, has the rest back on the day on which the bill comes`,
        {
          topic: 'credit',
          needs: ['clock', 'price.flat', 'subscription.cancel', ...needs],
          tags: ['@edge', '@risk-high'],
        },
        async (world) => {
          const plan = monthlyPlan('basic', [fee('31.00')]);
          const contract = await openContract(world, { customer: 'Acme', plan, start: april });
          const { session, customerId, subscription } = contract;
          await begin(contract);
          await session.advanceTo(localDate(ends));
          await session.cancel(subscription.id, { kind: 'date', date: localDate(ends) });
          await session.advanceTo(localDate('2026-05-20'));
          await end(contract, world);
          // What is given back may itself wait to be looked at.
          const drafts = needs.includes('invoice.draft') ? await session.drafts(customerId) : [];
          const documents = [...(await session.invoices(customerId)), ...drafts];
          world.expectMoney({
            measure: 'billed in all',
            expected: eur(net),
            actual: sumMoney(
              documents.map(({ total }) => total),
              'EUR',
            ),
            nature: 'credit',
            customer: 'Acme',
            explanation: because,
          });
        },
      );
});
