import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { displayMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBalance, expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');

/** How EUR 100.00 come to the balance of a customer who has one invoice of EUR 100.00. */
interface Source {
  readonly name: string;
  readonly needs: CheckOptions['needs'];
  readonly give: (world: World, contract: OpenContract) => Promise<unknown>;
}

async function payFirst(world: World, contract: OpenContract): Promise<string> {
  const { id: invoiceId, due: amount } = await nthInvoice(contract, 1);
  await contract.session.pay({ key: `${world.checkId}-pay`, invoiceId, amount });
  return invoiceId;
}

const sources: readonly Source[] = [
  {
    name: 'a credit note for what was paid',
    needs: ['credit-note'],
    give: async (world, contract) => {
      const invoiceId = await payFirst(world, contract);
      const note = { key: `${world.checkId}-note`, invoiceId, reason: 'goodwill' };
      await contract.session.creditNote({ ...note, part: { kind: 'whole' } });
    },
  },
  {
    name: 'two credit notes for what was paid',
    needs: ['credit-note'],
    give: async (world, contract) => {
      const invoiceId = await payFirst(world, contract);
      for (const net of ['35.00', '65.00']) {
        const note = { key: `${world.checkId}-${net}`, invoiceId, reason: 'goodwill' };
        const part = { kind: 'lines', lines: [{ line: 0, net: eur(net) }] } as const;
        await contract.session.creditNote({ ...note, part });
      }
    },
  },
  {
    name: 'the void of an invoice that was paid',
    needs: ['invoice.void', 'invoice.void-paid'],
    give: async (world, contract) =>
      contract.session.voidInvoice(`${world.checkId}-void`, await payFirst(world, contract)),
  },
  {
    name: 'a transfer of more than is due',
    needs: ['payment.receive'],
    give: (world, { session, customerId }) =>
      session.receive({
        key: `${world.checkId}-transfer`,
        customerId,
        amount: eur('200.00'),
        invoiceIds: null,
      }),
  },
];

/** What is charged one after the other, what credit takes off it, and what is left of the credit. */
const uses = [
  { charged: '10.00', credited: '10.00', due: '0.00', left: '90.00' },
  { charged: '0.01', credited: '0.01', due: '0.00', left: '89.99' },
  { charged: '60.00', credited: '60.00', due: '0.00', left: '29.99' },
  { charged: '200.00', credited: '29.99', due: '170.01', left: '0.00' },
  { charged: '5.00', credited: '0.00', due: '5.00', left: '0.00' },
] as const;

describe('Credit that lasts for several invoices', () => {
  for (const { name, needs, give } of sources)
    check(
      `is used once, invoice by invoice, until nothing is left: ${name}`,
      {
        topic: 'credit',
        needs: ['clock', 'price.flat', 'payment', 'balance', 'invoice.charge', ...needs],
        tags: ['@risk-high'],
      },
      async (world) => {
        const plan = monthlyPlan('basic', [fee('100.00')], { interval: { unit: 'year', count: 1 } });
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const { session, customerId } = contract;
        await give(world, contract);
        await expectBalance(world, contract, { amount: eur('100.00'), because: 'Nothing was used yet.' });
        for (const [index, { charged, credited, due, left }] of uses.entries()) {
          const key = `${world.checkId}-charge-${index}`;
          await session.charge({ key, customerId, text: 'Training', amount: eur(charged), date: start });
          const because = `${displayMoney(eur(credited))} of the credit were left for invoice ${index + 2}.`;
          expectSettled(world, await nthInvoice(contract, index + 2), { credited, due, because });
          await expectBalance(world, contract, { amount: eur(left), because });
        }
      },
    );
});
