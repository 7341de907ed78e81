import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { expectToldOnce } from '../../../scenario/drawn/account-news.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { billingStart, eur } from '../../../scenario/situations/paying-customer.ts';
import { theFirst } from '../../../scenario/situations/refused-acts.ts';
import { openWebhookReceiver } from '../../../scenario/webhook-receiver.ts';

interface Way {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly act: (
    contract: OpenContract,
    of: { readonly key: string; readonly invoiceId: string },
  ) => Promise<unknown>;
}

const pay = ({ session }: OpenContract, key: string, invoiceId: string) =>
  session.pay({ key: `${key}-pay`, invoiceId, amount: eur('20.00') });

const ways: readonly Way[] = [
  {
    what: 'a credit note',
    needs: ['credit-note'],
    act: async ({ session }, { key, invoiceId }) => {
      const part = { kind: 'lines', lines: [{ line: 0, net: eur('5.00') }] } as const;
      const { id } = await session.creditNote({ key: `${key}-note`, invoiceId, part, reason: 'goodwill' });
      await session.voidCreditNote(`${key}-back`, id);
    },
  },
  {
    what: 'a payment, in two refunds,',
    needs: ['payment', 'payment.refund'],
    act: async (contract, { key, invoiceId }) => {
      const { id: paymentId } = await pay(contract, key, invoiceId);
      for (const amount of ['5.00', '15.00'])
        await contract.session.refund({ key: `${key}-back-${amount}`, paymentId, amount: eur(amount) });
    },
  },
  {
    what: 'a payment, by its bank,',
    needs: ['payment', 'payment.chargeback'],
    act: async (contract, { key, invoiceId }) => {
      const { id: paymentId } = await pay(contract, key, invoiceId);
      await contract.session.notifyPayment({ id: `${key}-bank`, paymentId, outcome: 'charged-back' });
    },
  },
  {
    what: 'an invoice that is paid',
    needs: ['payment', 'invoice.void', 'invoice.void-paid'],
    act: async (contract, { key, invoiceId }) => {
      await pay(contract, key, invoiceId);
      await contract.session.voidInvoice(`${key}-void`, invoiceId);
    },
  },
  {
    what: 'a write-off, by a void of its invoice,',
    needs: ['payment', 'payment.write-off', 'invoice.void'],
    act: async ({ session }, { key, invoiceId }) => {
      await session.writeOff(`${key}-off`, invoiceId);
      await session.voidInvoice(`${key}-void`, invoiceId);
    },
  },
];

describe('Others are told of what was taken back as of what it is:', () => {
  for (const { what, needs, act } of ways)
    check(
      `${what} was done once, and is not done again when it is taken back`,
      {
        topic: 'webhook',
        needs: ['clock', 'price.flat', 'webhook', 'payment', 'credit-note', ...needs],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const receiver = await openWebhookReceiver();
        try {
          const session = await world.target(billingStart);
          const secret = await session.registerWebhook(receiver.url);
          const plan = monthlyPlan('basic', [fee('20.00')]);
          const contract = await openContract(world, {
            customer: 'Acme',
            plan,
            start: billingStart,
            session,
          });
          const { id: invoiceId } = theFirst(await session.invoices(contract.customerId), 'invoice');
          await act(contract, { key: world.checkId, invoiceId });
          // Events come in order: once the bill of February is here, none of before is on its way.
          await session.advanceTo(addDays(billingStart, 31));
          await expectToldOnce(world, contract, { receiver, secret });
        } finally {
          await receiver.close();
        }
      },
    );
});
