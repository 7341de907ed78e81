import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { expectWalletBooks, openFilledWallet } from '../../../scenario/situations/wallet-account.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-10');
const billed = '2026-02-10';
const seat: Charge = {
  kind: 'recurring',
  code: 'seat',
  timing: 'arrears',
  price: { kind: 'flat', amount: '31.00' },
};
const plan = monthlyPlan('basic', [seat]);

/** What the customer has before he is billed, more than the bill or less. */
const means: readonly {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly give: (world: World, contract: OpenContract) => Promise<unknown>;
}[] = [
  {
    what: 'the balance',
    needs: ['balance', 'payment.receive'],
    give: ({ checkId }, { session, customerId }) =>
      session.receive({ key: `${checkId}-before`, customerId, amount: eur('40.00'), invoiceIds: null }),
  },
  {
    what: 'a wallet',
    needs: ['wallet'],
    give: (world, contract) => openFilledWallet(world, contract, { name: 'prepaid', credits: '20' }),
  },
];

/** Neither on a day of the service, which is over, nor on the last day to pay. */
describe('A bill for service that is over', () => {
  for (const { what, needs, give } of means)
    check(
      `is booked on its own day, with what ${what} pays of it`,
      {
        topic: 'ledger',
        needs: ['clock', 'price.flat', 'ledger', ...(needs ?? [])],
        tags: ['@close', '@risk-high'],
      },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const { session, customerId } = contract;
        await give(world, contract);
        const before = new Set((await session.ledger(customerId)).map(({ postingId }) => postingId));
        await session.advanceTo(localDate('2026-02-20'));
        const booked = (await session.ledger(customerId)).filter(({ postingId }) => !before.has(postingId));
        world.expectEqual(
          'days on which it was booked',
          [billed],
          [...new Set(booked.map(({ date }) => date))],
        );
        if (world.can('wallet')) await expectWalletBooks(world, contract);
      },
    );
});
