import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { statement } from '../../../scenario/situations/bank-street.ts';
import { type Debtor, debtor, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const tags = ['@edge', '@risk-high'];
const amount = eur('50.00');
const places = [0, 1, 2] as const;

/** Three invoices of EUR 50.00 each. */
async function threeAlike(world: World): Promise<Debtor & { readonly ids: readonly string[] }> {
  const owing = await debtor(world, '50.00', { interval: { unit: 'week', count: 1 } });
  const { session, customerId } = owing;
  await session.advanceTo(addDays(owing.invoice.issueDate, 14));
  const ids = (await session.invoices(customerId)).map(({ id }) => id);
  world.expectEqual('invoices', 3, ids.length);
  return { ...owing, ids };
}

/** Something that becomes of one payment, and says nothing of others that look the same. */
interface Turn {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly behaviour: 'succeeds' | 'stays-pending';
  readonly act: (owing: Debtor, key: string, paymentId: string) => Promise<unknown>;
}

const news =
  (outcome: 'charged-back' | 'succeeded' | 'declined'): Turn['act'] =>
  ({ session }, key, paymentId) =>
    session.notifyPayment({ id: key, paymentId, outcome });

const turns: readonly Turn[] = [
  {
    what: 'is taken back by the bank',
    needs: ['payment.chargeback'],
    behaviour: 'succeeds',
    act: news('charged-back'),
  },
  {
    what: 'is refunded',
    needs: ['payment.refund'],
    behaviour: 'succeeds',
    act: ({ session }, key, paymentId) => session.refund({ key, paymentId, amount }),
  },
  { what: 'succeeds late', needs: [], behaviour: 'stays-pending', act: news('succeeded') },
  { what: 'is declined late', needs: [], behaviour: 'stays-pending', act: news('declined') },
];

describe('Of three payments of one amount', () => {
  for (const { what, needs, behaviour, act } of turns)
    for (const place of places)
      check(
        `number ${place + 1} ${what}, and the other two stay as they are, with their invoices`,
        { topic: 'payment', needs: ['clock', 'price.flat', 'payment', 'payment.gateway', ...needs], tags },
        async (world) => {
          const owing = await threeAlike(world);
          const { session, customerId, ids } = owing;
          await session.setPaymentMethod(customerId, { behaviour, collection: 'manual' });
          const paid = [];
          for (const invoiceId of ids)
            paid.push(await session.pay({ key: `${world.checkId}-${invoiceId}`, invoiceId, amount }));
          const others = ids.filter((_, index) => index !== place);
          const seen = async () => ({
            invoices: await Promise.all(others.map((id) => session.invoice(id))),
            payments: (await session.payments(customerId)).filter(({ invoiceId }) =>
              others.includes(invoiceId),
            ),
          });
          const before = await seen();
          await act(owing, `${world.checkId}-turn`, paid[place]?.id ?? '');
          world.expectEqual('the other two', before, await seen());
        },
      );
});

/** Money that says only how much it is. */
const ways: readonly {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly pay: (owing: Debtor, key: string) => Promise<unknown>;
}[] = [
  {
    what: 'a transfer',
    needs: [],
    pay: ({ session, customerId }, key) => session.receive({ key, customerId, amount, invoiceIds: null }),
  },
  {
    what: 'a line of the bank that somebody tells to be his',
    needs: ['bank.files'],
    pay: async ({ session, customerId }, reference) => {
      const booked = await session.today();
      const line = { reference, booked, amount: '50.00', currency: 'EUR', text: 'thank you' };
      await session.importStatement(statement(line));
      await session.applyCash(reference, customerId);
    },
  },
];

describe('As much money as three invoices ask for each', () => {
  for (const { what, needs, pay } of ways)
    check(
      `pays one after the other, ${what} at a time, and none of them twice`,
      {
        topic: 'payment',
        needs: ['clock', 'price.flat', 'payment', 'payment.receive', 'balance', ...needs],
        tags,
      },
      async (world) => {
        const owing = await threeAlike(world);
        const { session, customerId } = owing;
        for (const open of [2, 1, 0]) {
          await pay(owing, `${world.checkId}-${open}`);
          const dues = (await session.invoices(customerId)).map(({ due }) => due.amountMinor);
          world.expectEqual('invoices that are open', open, dues.filter((due) => due !== 0n).length);
          world.expectThat(
            dues.every((due) => due === 0n || due === amount.amountMinor),
            'Found an invoice that was paid in part or twice.',
          );
        }
        world.expectEqual('balance', eur('0.00'), (await session.balance(customerId)).amount);
      },
    );
});
