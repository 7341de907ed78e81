import { describe } from 'vitest';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { statement, threeOwe } from '../../../scenario/situations/bank-street.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';

interface Way {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly settle: (session: BillingSession, key: string, invoiceId: string) => Promise<unknown>;
}

const ways: readonly Way[] = [
  {
    what: 'paid',
    needs: [],
    settle: (session, key, invoiceId) => session.pay({ key, invoiceId, amount: eur('100.00') }),
  },
  {
    what: 'credited',
    needs: ['credit-note'],
    settle: (session, key, invoiceId) =>
      session.creditNote({ key, invoiceId, part: { kind: 'whole' }, reason: 'goodwill' }),
  },
  {
    what: 'written off',
    needs: ['payment.write-off'],
    settle: (session, key, invoiceId) => session.writeOff(key, invoiceId),
  },
  {
    what: 'void',
    needs: ['invoice.void'],
    settle: (session, key, invoiceId) => session.voidInvoice(key, invoiceId),
  },
];

describe('A line of the bank that names an invoice of which nothing is due', () => {
  for (const { what, needs, settle } of ways)
    check(
      `because it is ${what} is known by it: the money is its customer's, and nobody has to look for him`,
      {
        topic: 'payment',
        needs: ['price.flat', 'payment', 'bank.files', 'balance', ...needs],
        tags: ['@edge', '@risk-high', '@close'],
      },
      async (world) => {
        const { session, customers } = await threeOwe(world);
        const [acme, mueller] = customers;
        const invoiceId = acme?.invoice.id ?? '';
        await settle(session, `${world.checkId}-settled`, invoiceId);
        const line = { reference: 'B1', amount: '25.00', text: `once more ${acme?.invoice.number}` };
        await session.importStatement(statement(line));
        world.expectEqual('money that waits', 0, (await session.unappliedCash()).length);
        const credit = async (id = '') => (await session.balance(id)).amount;
        world.expectEqual('credit of its customer', eur('25.00'), await credit(acme?.id));
        world.expectEqual('credit of another', eur('0.00'), await credit(mueller?.id));
        world.expectEqual('left to pay of it', eur('0.00'), (await session.invoice(invoiceId)).due);
      },
    );
});
