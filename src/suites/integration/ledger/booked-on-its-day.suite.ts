import { describe } from 'vitest';
import { type LocalDate, localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { statement } from '../../../scenario/situations/bank-street.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { theFirst } from '../../../scenario/situations/refused-acts.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-10');
const later = localDate('2026-01-28');
const afterClose = localDate('2026-03-05');
const plan = monthlyPlan('basic', [fee('31.00')]);

type Deed = (world: World, contract: OpenContract) => Promise<unknown>;

/** What is done to the invoice of the first day, and weeks later to that. */
interface Later {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly first?: Deed;
  readonly afterwards: Deed;
  /** In a month that is open some book it on the day that it is for. */
  readonly isForClosedMonths?: true;
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
  {
    what: 'A charge by hand for the first day',
    needs: ['invoice.charge'],
    afterwards: async (world, { session, customerId }) => {
      const key = `${world.checkId}-charge`;
      return session.charge({ key, customerId, text: 'Training', amount: eur('12.00'), date: start });
    },
  },
  {
    what: 'A transfer',
    needs: ['payment.receive'],
    afterwards: async (world, { session, customerId }) => {
      const key = `${world.checkId}-transfer`;
      return session.receive({ key, customerId, amount: eur('50.00'), invoiceIds: null });
    },
  },
  {
    what: 'A line of the bank from the first day',
    needs: ['bank.files'],
    isForClosedMonths: true,
    afterwards: async (world, contract) => {
      const { number: text } = await nthInvoice(contract, 1);
      const line = { reference: `${world.checkId}-line`, booked: start, amount: '31.00', currency: 'EUR' };
      return contract.session.importStatement(statement({ ...line, text }));
    },
  },
  {
    what: 'Prepaid credits, and taking some of them out',
    needs: ['wallet'],
    afterwards: async (world, { session, customerId }) => {
      const key = `${world.checkId}-wallet`;
      const terms = { rate: '1', priority: 1, expires: null, charges: null } as const;
      const { id: walletId } = await session.openWallet({ key, customerId, name: 'main', ...terms });
      await session.topUpWallet({ key: `${key}-in`, walletId, credits: '20' });
      return session.withdrawCredits({ key: `${key}-out`, walletId, credits: '5' });
    },
  },
  {
    what: 'An order with its first day then',
    needs: ['subscription.backdate'],
    afterwards: async (world, { session, customerId }) => {
      const order = { customerId, plan: plan.plan, quantity: '1', billing: 'anniversary' } as const;
      return session.subscribe({ key: `${world.checkId}-order`, ...order, start });
    },
  },
  ...(['credited', 'written-off'] as const).map((unpaid) => ({
    what: `The end of all business, what is unpaid being ${unpaid}`,
    needs: ['customer.closing', 'credit-note', 'payment.write-off'] as const,
    afterwards: async (_world: World, { session, customerId }: OpenContract) =>
      session.closeCustomer(customerId, unpaid),
  })),
];

/** The days on which something was booked by the deed. */
async function expectBookedOn(
  world: World,
  contract: OpenContract,
  { afterwards, day }: Pick<Later, 'afterwards'> & { readonly day: LocalDate },
): Promise<void> {
  const { session, customerId } = contract;
  const before = new Set((await session.ledger(customerId)).map(({ postingId }) => postingId));
  await afterwards(world, contract);
  const booked = (await session.ledger(customerId)).filter((entry) => !before.has(entry.postingId));
  world.expectThat(booked.length > 0, 'Nothing was booked, so no day was looked at.');
  world.expectEqual('days on which it was booked', [day], [...new Set(booked.map(({ date }) => date))]);
}

const tags = ['@close', '@risk-high'];
const needs = ['clock', 'price.flat', 'payment', 'ledger'] as const;

describe('The books of a day hold what was done on it, and not what it was done to:', () => {
  for (const { what, needs: more, first, afterwards } of deeds.filter((deed) => !deed.isForClosedMonths))
    check(
      `${what}, weeks later, is booked on its own day`,
      { topic: 'ledger', needs: [...needs, ...more], tags },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        await first?.(world, contract);
        await contract.session.advanceTo(later);
        await expectBookedOn(world, contract, { afterwards, day: later });
      },
    );
});

describe('A month that was closed and reported stays as it was:', () => {
  for (const { what, needs: more, first, afterwards } of deeds)
    check(
      `${what}, when the month is closed, is booked on its own day`,
      { topic: 'ledger', needs: [...needs, 'period-close', ...more], tags },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        await first?.(world, contract);
        await contract.session.advanceTo(afterClose);
        for (const month of ['2026-01-01', '2026-02-01'])
          await contract.session.closePeriod(localDate(month));
        await expectBookedOn(world, contract, { afterwards, day: afterClose });
      },
    );
});
