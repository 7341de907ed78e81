import { describe } from 'vitest';
import { localDate } from '../../model/date.ts';
import { type CheckOptions, check } from '../../scenario/check.ts';
import { fee, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../scenario/situations/open-contract.ts';
import { theFirst } from '../../scenario/situations/refused-acts.ts';
import type { World } from '../../scenario/world.ts';

const start = localDate('2026-01-10');
const later = localDate('2026-01-28');

type Deed = (world: World, contract: OpenContract) => Promise<unknown>;

/** What is done to the invoice of the first day, and weeks later to that. */
interface Later {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly first?: Deed;
  readonly afterwards: Deed;
}

const pay: Deed = async (world, contract) => {
  const { id: invoiceId, due: amount } = await nthInvoice(contract, 1);
  return contract.session.pay({ key: `${world.checkId}-pay`, invoiceId, amount });
};

const credit: Deed = async (world, contract) => {
  const { id: invoiceId } = await nthInvoice(contract, 1);
  const note = { key: `${world.checkId}-note`, invoiceId, reason: 'goodwill' };
  return contract.session.creditNote({ ...note, part: { kind: 'whole' } });
};

const paymentOf = async ({ session, customerId }: OpenContract) =>
  theFirst(await session.payments(customerId), 'payment');

const voidFirst: Deed = async (world, contract) =>
  contract.session.voidInvoice(`${world.checkId}-void`, (await nthInvoice(contract, 1)).id);

const deeds: readonly Later[] = [
  { what: 'A payment', needs: [], afterwards: pay },
  {
    what: 'A refund',
    needs: ['payment.refund'],
    first: pay,
    afterwards: async (world, contract) => {
      const { id: paymentId, amount } = await paymentOf(contract);
      return contract.session.refund({ key: `${world.checkId}-refund`, paymentId, amount });
    },
  },
  {
    what: 'A chargeback',
    needs: ['payment.gateway', 'payment.chargeback'],
    first: pay,
    afterwards: async (world, contract) => {
      const { id: paymentId } = await paymentOf(contract);
      const id = `${world.checkId}-back`;
      return contract.session.notifyPayment({ id, paymentId, outcome: 'charged-back' });
    },
  },
  { what: 'A credit note', needs: ['credit-note'], afterwards: credit },
  { what: 'A credit note for what was paid', needs: ['credit-note'], first: pay, afterwards: credit },
  {
    what: 'A credit note that is taken back',
    needs: ['credit-note'],
    first: credit,
    afterwards: async (world, { session, customerId }) => {
      const { id } = theFirst(await session.creditNotes(customerId), 'credit note');
      return session.voidCreditNote(`${world.checkId}-back`, id);
    },
  },
  { what: 'A void', needs: ['invoice.void'], afterwards: voidFirst },
  { what: 'The void of what was paid', needs: ['invoice.void'], first: pay, afterwards: voidFirst },
  {
    what: 'Another bill of what is void',
    needs: ['invoice.void', 'invoice.rebill'],
    first: voidFirst,
    afterwards: async (world, contract) => {
      const { id: invoiceId } = await nthInvoice(contract, 1);
      return contract.session.rebill({ key: `${world.checkId}-again`, invoiceId, without: [] });
    },
  },
  {
    what: 'A write-off',
    needs: ['payment.write-off'],
    afterwards: async (world, contract) =>
      contract.session.writeOff(`${world.checkId}-off`, (await nthInvoice(contract, 1)).id),
  },
];

describe('The books of a day hold what was done on it, and not what it was done to:', () => {
  for (const { what, needs, first, afterwards } of deeds)
    check(
      `${what}, weeks later, is booked on its own day`,
      {
        topic: 'ledger',
        needs: ['clock', 'price.flat', 'payment', 'ledger', ...needs],
        tags: ['@close', '@risk-high'],
      },
      async (world) => {
        const plan = monthlyPlan('basic', [fee('31.00')]);
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const { session, customerId } = contract;
        await first?.(world, contract);
        await session.advanceTo(later);
        const before = new Set((await session.ledger(customerId)).map(({ postingId }) => postingId));
        await afterwards(world, contract);
        const booked = (await session.ledger(customerId)).filter((entry) => !before.has(entry.postingId));
        world.expectThat(booked.length > 0, 'Nothing was booked, so no day was looked at.');
        world.expectEqual(
          'days on which it was booked',
          [later],
          [...new Set(booked.map(({ date }) => date))],
        );
      },
    );
});
