import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { negateMoney, sumMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const january = localDate('2026-01-01');

interface Taken {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  /** Of EUR 365.00 for 365 days from 1 January on. */
  readonly deferred: string;
  readonly go: (world: World, contract: OpenContract) => Promise<unknown>;
}

const taken: readonly Taken[] = [
  {
    what: 'A credit note for a fifth of a year',
    needs: ['credit-note'],
    deferred: '267.20',
    go: async ({ checkId }, contract) => {
      const { id: invoiceId } = await nthInvoice(contract, 1);
      const part = { kind: 'lines', lines: [{ line: 0, net: eur('73.00') }] } as const;
      return contract.session.creditNote({ key: `${checkId}-note`, invoiceId, part, reason: 'goodwill' });
    },
  },
  {
    what: 'The void of a year',
    needs: ['invoice.void'],
    deferred: '0.00',
    go: async ({ checkId }, contract) =>
      contract.session.voidInvoice(`${checkId}-void`, (await nthInvoice(contract, 1)).id),
  },
];

describe('What a month leaves for later ones:', () => {
  for (const { what, needs, deferred, go } of taken)
    for (const day of ['2026-01-30', '2026-01-31'])
      check(
        `${what} on ${day} counts in the close of January`,
        {
          topic: 'ledger',
          needs: ['clock', 'price.flat', 'ledger', 'period-close', ...(needs ?? [])],
          tags: ['@close', '@edge', '@risk-high'],
        },
        async (world) => {
          const plan = monthlyPlan('year', [fee('365.00')], { interval: { unit: 'month', count: 12 } });
          const contract = await openContract(world, { customer: 'Acme', plan, start: january });
          const { session, customerId } = contract;
          await session.advanceTo(localDate(day));
          await go(world, contract);
          await session.advanceTo(localDate('2026-02-03'));
          await session.closePeriod(january);
          const entries = (await session.ledger(customerId)).filter(
            ({ account }) => account === 'deferred-revenue',
          );
          world.expectMoney({
            measure: 'deferred at the end of January',
            expected: eur(deferred),
            actual: sumMoney(
              entries.map(({ side, amount }) => (side === 'credit' ? amount : negateMoney(amount))),
              'EUR',
            ),
            nature: 'books',
            customer: 'Acme',
            explanation: 'What is left of EUR 365.00, for 334 of its 365 days.',
          });
        },
      );
});
