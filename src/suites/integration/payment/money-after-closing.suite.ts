import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { statement } from '../../../scenario/situations/bank-street.ts';
import { type Debtor, debtor, eur } from '../../../scenario/situations/paying-customer.ts';
import { theFirst } from '../../../scenario/situations/refused-acts.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'balance', 'customer.closing'] as const;

type Deed = (owing: Debtor, key: string) => Promise<unknown>;

/** What is done with money and documents of an invoice of EUR 100.00. */
interface Moved {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  /** While he is a customer. */
  readonly before?: Deed;
  readonly act: Deed;
}

const pay =
  (amount: string): Deed =>
  ({ session, invoice }, key) =>
    session.pay({ key: `${key}-pay`, invoiceId: invoice.id, amount: eur(amount) });
const paymentOf = async ({ session, customerId }: Debtor) =>
  theFirst(await session.payments(customerId), 'payment');
const card =
  (behaviour: 'stays-pending' | 'times-out-after-doing-it'): Deed =>
  ({ session, customerId }) =>
    session.setPaymentMethod(customerId, { behaviour, collection: 'manual' });
const news =
  (outcome: 'succeeded' | 'declined' | 'charged-back'): Deed =>
  async (owing, key) =>
    owing.session.notifyPayment({ id: `${key}-news`, paymentId: (await paymentOf(owing)).id, outcome });
const refund: Deed = async (owing, key) =>
  owing.session.refund({ key, paymentId: (await paymentOf(owing)).id, amount: eur('30.00') });
const inTurn =
  (...deeds: readonly Deed[]): Deed =>
  async (owing, key) => {
    for (const deed of deeds) await deed(owing, key);
  };
const note: Deed = ({ session, invoice }, key) =>
  session.creditNote({ key, invoiceId: invoice.id, part: { kind: 'whole' }, reason: 'goodwill' });

const moves: readonly Moved[] = [
  { what: 'he pays', needs: [], act: pay('40.00') },
  {
    what: 'a payment that was under way has succeeded',
    needs: ['payment.gateway'],
    before: inTurn(card('stays-pending'), pay('60.00')),
    act: news('succeeded'),
  },
  {
    what: 'a payment that was under way is declined',
    needs: ['payment.gateway'],
    before: inTurn(card('stays-pending'), pay('60.00')),
    act: news('declined'),
  },
  { what: 'a refund is made', needs: ['payment.refund'], before: pay('100.00'), act: refund },
  {
    what: 'a refund is made whose answer is lost',
    needs: ['payment.gateway', 'payment.refund'],
    before: pay('100.00'),
    act: inTurn(card('times-out-after-doing-it'), refund),
  },
  {
    what: 'his bank takes money back',
    needs: ['payment.chargeback'],
    before: pay('100.00'),
    act: news('charged-back'),
  },
  {
    what: 'more money comes than he owes',
    needs: ['payment.receive'],
    act: ({ session, customerId }, key) =>
      session.receive({ key, customerId, amount: eur('130.00'), invoiceIds: null }),
  },
  {
    what: 'the bank tells of his money',
    needs: ['bank.files'],
    act: async ({ session, invoice }, reference) => {
      const booked = await session.today();
      const line = { reference, booked, amount: '45.00', currency: 'EUR', text: invoice.number };
      return session.importStatement(statement(line));
    },
  },
  { what: 'what he paid is credited', needs: ['credit-note'], before: pay('100.00'), act: note },
  { what: 'what he did not pay is credited', needs: ['credit-note'], act: note },
  {
    what: 'a credit note is taken back',
    needs: ['credit-note'],
    before: inTurn(pay('100.00'), note),
    act: async ({ session, customerId }, key) => {
      const { id } = theFirst(await session.creditNotes(customerId), 'credit note');
      return session.voidCreditNote(`${key}-back`, id);
    },
  },
  {
    what: 'the invoice is taken back',
    needs: ['invoice.void', 'invoice.void-paid'],
    before: pay('100.00'),
    act: ({ session, invoice }, key) => session.voidInvoice(key, invoice.id),
  },
  {
    what: 'the invoice is given up',
    needs: ['payment.write-off'],
    before: pay('25.00'),
    act: ({ session, invoice }, key) => session.writeOff(key, invoice.id),
  },
];

/** All that money did, as far as it does not tell of service. */
async function moneyOfIt(world: World, { session, customerId, invoice }: Debtor) {
  const { due, paid, credited, status } = await session.invoice(invoice.id);
  const payments = await session.payments(customerId);
  const refunds = world.can('payment.refund') ? await session.refunds(customerId) : [];
  return {
    invoice: { due, paid, credited, status },
    balance: (await session.balance(customerId)).amount,
    payments: payments.map(({ amount, status }) => ({ amount, status })),
    refunds: refunds.map(({ amount, status }) => ({ amount, status })),
  };
}

/** What it comes to on the day after. */
async function moved(world: World, { before, act }: Moved, isClosed: boolean) {
  const owing = await debtor(world, '100.00');
  const { session, customerId, invoice } = owing;
  const key = `${world.checkId}-${isClosed ? 'closed' : 'open'}`;
  await before?.(owing, `${key}-before`);
  if (isClosed) await session.closeCustomer(customerId, 'stays');
  const answer = await refusalOf(act(owing, key));
  await session.advanceTo(addDays(invoice.issueDate, 2));
  return { answer, ...(await moneyOfIt(world, owing)) };
}

describe('When all business with somebody has ended,', () => {
  for (const move of moves)
    check(
      `${move.what}: it comes to the same as with anybody else`,
      { topic: 'payment', needs: [...needs, ...(move.needs ?? [])], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const [open, closed] = [await moved(world, move, false), await moved(world, move, true)];
        world.expectEqual('money of somebody who is closed', open, closed);
      },
    );
});
