import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { sumMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

interface Deed {
  readonly what: string;
  readonly needs: NonNullable<CheckOptions['needs']>;
  readonly act: (world: World, contract: OpenContract) => Promise<unknown>;
}

interface Plan extends Deed {
  /** What is billed from 1 May to 15 June. */
  readonly comes: string;
}

const start = localDate('2026-04-01');
const atTheEnd = { kind: 'period-end' } as const;

const plans: readonly Plan[] = [
  {
    what: 'an end',
    needs: ['subscription.cancel'],
    act: (_, { session, subscription }) => session.cancel(subscription.id, atTheEnd),
    comes: '0.00',
  },
  {
    what: 'another plan',
    needs: ['subscription.change'],
    act: (_, { session, subscription }) => session.changePlan(subscription.id, 'pro', atTheEnd),
    comes: '120.00',
  },
  {
    what: 'a pause',
    needs: ['subscription.pause'],
    act: (_, { session, subscription }) => session.pause(subscription.id, atTheEnd),
    comes: '0.00',
  },
];

async function firstInvoice({ session, customerId }: OpenContract): Promise<string> {
  return (await session.invoices(customerId))[0]?.id ?? '';
}

const money: readonly Deed[] = [
  {
    what: 'the invoice is paid',
    needs: ['payment'],
    act: async ({ checkId }, contract) =>
      contract.session.pay({
        key: `${checkId}-payment`,
        invoiceId: await firstInvoice(contract),
        amount: eur('30.00'),
      }),
  },
  {
    what: 'a transfer settles the invoice',
    needs: ['payment.receive'],
    act: ({ checkId }, { session, customerId }) =>
      session.receive({ key: `${checkId}-transfer`, customerId, amount: eur('30.00'), invoiceIds: null }),
  },
  {
    what: 'the invoice is given up',
    needs: ['payment.write-off'],
    act: async ({ checkId }, contract) =>
      contract.session.writeOff(`${checkId}-lost`, await firstInvoice(contract)),
  },
  {
    what: 'a part of the invoice is credited',
    needs: ['credit-note'],
    act: async ({ checkId }, contract) =>
      contract.session.creditNote({
        key: `${checkId}-note`,
        invoiceId: await firstInvoice(contract),
        part: { kind: 'lines', lines: [{ line: 0, net: eur('10.00') }] },
        reason: 'goodwill',
      }),
  },
  {
    what: 'the invoice is taken back',
    needs: ['invoice.void'],
    act: async ({ checkId }, contract) =>
      contract.session.voidInvoice(`${checkId}-void`, await firstInvoice(contract)),
  },
  {
    what: 'the invoice is paid and the money given back',
    needs: ['payment', 'payment.refund'],
    act: async ({ checkId }, contract) => {
      const { session } = contract;
      const amount = eur('30.00');
      const invoiceId = await firstInvoice(contract);
      const { id: paymentId } = await session.pay({ key: `${checkId}-payment`, invoiceId, amount });
      await session.refund({ key: `${checkId}-refund`, paymentId, amount });
    },
  },
  {
    what: 'something is charged by hand',
    needs: ['invoice.charge'],
    act: ({ checkId }, { session, customerId }) =>
      session.charge({
        key: `${checkId}-charge`,
        customerId,
        text: 'Training',
        amount: eur('0.01'),
        date: localDate('2026-04-12'),
      }),
  },
];

describe('What is planned for the end of the month', () => {
  for (const planned of plans)
    for (const paid of money)
      check(
        `comes as planned: ${planned.what}, after which ${paid.what}`,
        {
          topic: 'order-to-cash',
          needs: ['clock', 'price.flat', ...planned.needs, ...paid.needs],
          tags: ['@edge', '@risk-high'],
        },
        async (world) => {
          const session = await world.target(start);
          await session.publish(monthlyPlan('pro', [fee('60.00')]));
          const plan = monthlyPlan('basic', [fee('30.00')]);
          const contract = await openContract(world, { customer: 'Acme', plan, start, session });
          await session.advanceTo(localDate('2026-04-10'));
          await planned.act(world, contract);
          await session.advanceTo(localDate('2026-04-12'));
          await paid.act(world, contract);
          await session.advanceTo(localDate('2026-06-15'));
          const since = (await session.invoices(contract.customerId)).filter(
            ({ issueDate }) => issueDate >= '2026-05-01',
          );
          world.expectMoney({
            measure: 'billed for May and June',
            expected: eur(planned.comes),
            actual: sumMoney(
              since.map(({ total }) => total),
              'EUR',
            ),
            nature: 'charge',
            customer: 'Acme',
            explanation: `Nothing that becomes of an invoice takes ${planned.what} back, or brings it.`,
          });
        },
      );
});
