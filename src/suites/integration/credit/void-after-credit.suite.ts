import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { displayMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';

const start = localDate('2026-01-01');
const on = { kind: 'date', date: localDate('2026-01-11') } as const;

interface Way {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly go: (contract: OpenContract) => Promise<unknown>;
}

const ways: readonly Way[] = [
  {
    what: 'an end within the month',
    needs: ['subscription.cancel'],
    go: ({ session, subscription }) => session.cancel(subscription.id, on),
  },
  {
    what: 'a pause within the month',
    needs: ['subscription.pause'],
    go: ({ session, subscription }) => session.pause(subscription.id, on),
  },
];

/** EUR 31.00 for January; of the 21 days from the 11th on EUR 21.00 are given back by an invoice of their own. */
describe('An invoice of which unused days were given back', () => {
  for (const { what, needs, go } of ways)
    check(
      `after ${what} is not taken back as a whole besides: nobody is owed more than he was charged`,
      {
        topic: 'credit',
        needs: ['clock', 'price.flat', 'invoice.void', ...needs],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const plan = monthlyPlan('basic', [fee('31.00')]);
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const { session, customerId } = contract;
        const [first] = await session.invoices(customerId);
        await session.advanceTo(on.date);
        await go(contract);
        await refusalOf(session.voidInvoice(`${world.checkId}-void`, first?.id ?? ''));
        const inForce = (await session.invoices(customerId)).filter(({ status }) => status !== 'void');
        const inAll = sumMoney(
          inForce.map(({ total }) => total),
          'EUR',
        );
        world.expectThat(
          inAll.amountMinor >= 0n,
          `Found ${displayMoney(inAll)} billed in all, for ten days of service.`,
        );
      },
    );
});
