import { describe } from 'vitest';
import { moneyOf } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { expectSoundAccount } from '../../../scenario/drawn/account-soundness.ts';
import { type Debtor, debtor, eur, now } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = [
  'price.flat',
  'payment',
  'payment.gateway',
  'payment.refund',
  'balance',
  'wallet',
  'credit-note',
  'ledger',
] as const;

/** What is done to the invoice of EUR 100.00 while EUR 60.00 for it are under way. */
interface Meanwhile {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  /** Cash that came by it, in cents, and what was given up. */
  readonly cash?: bigint;
  readonly lost?: bigint;
  readonly act: (owing: Debtor, key: string) => Promise<unknown>;
}

const deeds: readonly Meanwhile[] = [
  { what: 'nothing happens', needs: [], act: async () => undefined },
  {
    what: 'the rest is paid',
    needs: [],
    cash: 40_00n,
    act: ({ session, invoice }, key) => session.pay({ key, invoiceId: invoice.id, amount: eur('40.00') }),
  },
  {
    what: 'a transfer of EUR 70.00 comes',
    needs: ['payment.receive'],
    cash: 70_00n,
    act: ({ session, customerId, invoice }, key) =>
      session.receive({ key, customerId, amount: eur('70.00'), invoiceIds: [invoice.id] }),
  },
  {
    what: 'EUR 55.55 of it are credited',
    needs: [],
    act: ({ session, invoice }, key) => {
      const part = { kind: 'lines', lines: [{ line: 0, net: eur('55.55') }] } as const;
      return session.creditNote({ key, invoiceId: invoice.id, part, reason: 'goodwill' });
    },
  },
  {
    what: 'all of it is credited',
    needs: [],
    act: ({ session, invoice }, key) =>
      session.creditNote({ key, invoiceId: invoice.id, part: { kind: 'whole' }, reason: 'goodwill' }),
  },
  {
    what: 'it is written off',
    needs: ['payment.write-off'],
    lost: 100_00n,
    act: ({ session, invoice }, key) => session.writeOff(key, invoice.id),
  },
  ...(['stays', 'written-off', 'credited'] as const).map((unpaid) => ({
    what: `all business with him ends, what is unpaid being: ${unpaid}`,
    needs: ['customer.closing', 'payment.write-off'] as const,
    lost: unpaid === 'written-off' ? 100_00n : 0n,
    act: ({ session, customerId }: Debtor) => session.closeCustomer(customerId, unpaid),
  })),
];

/** What is still to pay, less what he has to his credit. */
async function owedInAll({ session, customerId }: Debtor): Promise<bigint> {
  const invoices = await session.invoices(customerId);
  const { amount } = await session.balance(customerId);
  return invoices.reduce((sum, { due }) => sum + due.amountMinor, -amount.amountMinor);
}

/** Notes are taken back first; then all that came for the invoice is the customer's, and nothing of it is lost. */
async function takeAllBack(world: World, owing: Debtor): Promise<void> {
  const { session, customerId, invoice } = owing;
  for (const { id } of await session.creditNotes(customerId))
    await session.voidCreditNote(`${world.checkId}-note-back`, id);
  await session.voidInvoice(`${world.checkId}-void`, invoice.id);
}

describe('While a payment is under way', () => {
  for (const { what, needs: more, cash = 0n, lost = 0n, act } of deeds)
    for (const outcome of ['succeeded', 'declined'] as const)
      check(
        `${what}, and then it has ${outcome}: nothing is lost or counted twice, neither then nor when the invoice is taken back`,
        {
          topic: 'payment',
          needs: [...needs, 'invoice.void', 'invoice.void-paid', ...more],
          tags: ['@edge', '@risk-high', '@close'],
        },
        async (world) => {
          const owing = await debtor(world, '100.00');
          const { session, customerId, invoice } = owing;
          const method = (behaviour: 'stays-pending' | 'succeeds') =>
            session.setPaymentMethod(customerId, { behaviour, collection: 'manual' });
          await method('stays-pending');
          const pay = { key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('60.00') };
          const { id: paymentId } = await session.pay(pay);
          await method('succeeds');
          await act(owing, `${world.checkId}-meanwhile`);
          // Nothing was paid yet: all that is credited was open.
          for (const { toBalance } of await session.creditNotes(customerId))
            world.expectEqual('credited to the customer while nothing is decided', eur('0.00'), toBalance);
          const before = await owedInAll(owing);
          // That it is still under way is told as well, and is no news.
          await session.notifyPayment({ id: `${world.checkId}-early`, paymentId, outcome: 'pending' });
          await session.notifyPayment({ id: `${world.checkId}-news`, paymentId, outcome });
          const came = outcome === 'succeeded' ? 60_00n : 0n;
          const after = moneyOf(before - came, 'EUR');
          const inAll = async () => moneyOf(await owedInAll(owing), 'EUR');
          world.expectEqual('owed in all, less his credit', after, await inAll());
          await expectSoundAccount(world, owing, { cash: cash + came, lost, after: outcome });
          await takeAllBack(world, owing);
          world.expectEqual('left to pay of what is void', eur('0.00'), (await now(owing)).due);
          world.expectEqual('owed in the end', moneyOf(-cash - came, 'EUR'), await inAll());
          await expectSoundAccount(world, owing, { cash: cash + came, lost: 0n, after: 'the void' });
        },
      );
});
