import type { TestWorld } from '../../test-world.ts';
import { bookTotals } from './book-totals.ts';
import { card, due, keyed, moved, news, type Payer, payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

interface Paid extends Payer {
  readonly paymentId: string;
}

/** Ada has paid her EUR 100.00. */
async function paid(world: TestWorld): Promise<Paid> {
  const pays = await payer(world);
  return { ...pays, paymentId: (await paying(pays, 'p1')).id };
}

async function refund(pays: Paid, key: string, amount: string): Promise<number> {
  const url = `/v1/payments/${pays.paymentId}/refunds`;
  return (await keyed(pays, key, { url, body: { amount: { amount, currency: 'EUR' } } })).status;
}

async function receive(
  pays: Payer,
  key: string,
  receipt: { amount: string; invoiceIds?: readonly string[]; customerId?: string },
): Promise<number> {
  const { amount, invoiceIds = null, customerId = pays.customerId } = receipt;
  const body = { customerId, amount: { amount, currency: 'EUR' }, invoiceIds };
  return (await keyed(pays, key, { url: '/v1/receipts', body })).status;
}

async function debits({ world, customerId }: Payer): Promise<string> {
  return (await bookTotals(world, customerId)).debit;
}

async function twoMonths(world: TestWorld): Promise<Payer> {
  const pays = await payer(world);
  await world.advance('2026-02-01');
  return pays;
}

async function dues({ world, customerId }: Payer): Promise<readonly string[]> {
  return (await world.invoices(customerId)).map((invoice) => invoice.due.amount);
}

const today = '2026-01-01';
const oneRefund = ['charge 10000 succeeded', 'refund 7000 succeeded'];
const twoRefunds = [...oneRefund, 'refund 7000 succeeded'];

/** Money that goes back, comes by itself, or never comes. */
export const collectionWitnesses: Readonly<Record<string, Witness>> = {
  'surplus-booked-as-float': {
    today,
    right: '98765432.10',
    wrong: '98765434.88',
    look: async (world) => {
      const pays = await payer(world);
      await paying(pays, 'p1');
      await receive(pays, 'r1', { amount: '98765432.10' });
      type Entry = { account: string; amount: { amount: string } };
      const { entries } = await world.ok<{ entries: Entry[] }>(
        'GET',
        `/v1/ledger?customerId=${pays.customerId}`,
      );
      return entries.findLast(({ account }) => account === 'customer-credit')?.amount.amount;
    },
  },
  'refund-above-payment': {
    today,
    right: [201, 422],
    wrong: [201, 201],
    look: async (world) => {
      const pays = await paid(world);
      return [await refund(pays, 'r1', '70.00'), await refund(pays, 'r2', '70.00')];
    },
  },
  'refunds-at-once-both-pass': {
    today,
    right: oneRefund,
    wrong: twoRefunds,
    look: async (world) => {
      const pays = await paid(world);
      await Promise.all([refund(pays, 'r1', '70.00'), refund(pays, 'r2', '70.00')]);
      return moved(pays);
    },
  },
  'refund-repeated-despite-key': {
    today,
    right: oneRefund,
    wrong: twoRefunds,
    look: async (world) => {
      const pays = await paid(world);
      await refund(pays, 'r1', '70.00');
      await refund(pays, 'r1', '70.00');
      return moved(pays);
    },
  },
  'refund-leaves-invoice-paid': {
    today,
    right: '70.00',
    wrong: '0.00',
    look: async (world) => {
      const pays = await paid(world);
      await refund(pays, 'r1', '70.00');
      return due(pays);
    },
  },
  'refund-not-in-books': {
    today,
    right: '270.00',
    wrong: '200.00',
    look: async (world) => {
      const pays = await paid(world);
      await refund(pays, 'r1', '70.00');
      return debits(pays);
    },
  },
  'lost-refund-made-again': {
    today,
    right: oneRefund,
    wrong: twoRefunds,
    look: async (world) => {
      const pays = await paid(world);
      await card(world, pays.customerId, 'times-out-after-doing-it');
      await refund(pays, 'r1', '70.00');
      await refund(pays, 'r2', '70.00');
      return moved(pays);
    },
  },
  'chargeback-leaves-invoice-paid': {
    today,
    right: '100.00',
    wrong: '0.00',
    look: chargedBack,
  },
  'chargeback-ignored': {
    today,
    right: '100.00',
    wrong: '0.00',
    look: chargedBack,
  },
  'chargeback-leaves-credit-of-void': {
    today,
    right: '0.00',
    wrong: '100.00',
    look: async (world) => {
      const pays = await paid(world);
      await keyed(pays, 'v1', { url: `/v1/invoices/${pays.invoiceId}/void`, body: {} });
      await news(pays, { id: 'n1', paymentId: pays.paymentId, outcome: 'charged-back' });
      const { amount } = await world.ok<{ amount: { amount: string } }>(
        'GET',
        `/v1/customers/${pays.customerId}/balance`,
      );
      return amount.amount;
    },
  },
  'chargeback-takes-what-credit-is-left': {
    today,
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const pays = await paid(world);
      await keyed(pays, 'v1', { url: `/v1/invoices/${pays.invoiceId}/void`, body: {} });
      await world.advance('2026-02-01');
      await news(pays, { id: 'n1', paymentId: pays.paymentId, outcome: 'charged-back' });
      return (await world.invoices(pays.customerId)).at(-1)?.due.amount;
    },
  },
  'exact-payment-settles-nothing': {
    today,
    right: '0.00',
    wrong: '100.00',
    look: (world) => dueAfter(world, '100.00'),
  },
  'part-payment-settles-nothing': {
    today,
    right: '60.00',
    wrong: '100.00',
    look: (world) => dueAfter(world, '40.00'),
  },
  'newest-invoice-paid-first': {
    today,
    right: ['0.00', '80.00'],
    wrong: ['80.00', '0.00'],
    look: async (world) => {
      const pays = await twoMonths(world);
      await receive(pays, 'b1', { amount: '120.00' });
      return dues(pays);
    },
  },
  'invoices-of-others-payable': {
    today,
    right: [422, '100.00'],
    wrong: [201, '0.00'],
    look: async (world) => {
      const pays = await payer(world);
      const customerId = await world.customer({ key: 'c2' });
      const invoiceIds = [pays.invoiceId];
      return [await receive(pays, 'b1', { amount: '100.00', invoiceIds, customerId }), await due(pays)];
    },
  },
  'surplus-of-receipt-lost': {
    today,
    right: '220.00',
    wrong: '200.00',
    look: async (world) => {
      const pays = await payer(world);
      await receive(pays, 'b1', { amount: '120.00' });
      return debits(pays);
    },
  },
  'receipt-counted-each-time': {
    today,
    right: ['40.00', '100.00'],
    wrong: ['0.00', '80.00'],
    look: async (world) => {
      const pays = await twoMonths(world);
      await receive(pays, 'b1', { amount: '60.00' });
      await receive(pays, 'b1', { amount: '60.00' });
      return dues(pays);
    },
  },
  'write-off-not-a-loss': {
    today,
    right: '200.00',
    wrong: '140.00',
    look: writtenOff,
  },
  'whole-invoice-written-off': {
    today,
    right: '200.00',
    wrong: '240.00',
    look: writtenOff,
  },
};

async function dueAfter(world: TestWorld, amount: string): Promise<string | undefined> {
  const pays = await payer(world);
  await receive(pays, 'b1', { amount });
  return due(pays);
}

async function chargedBack(world: TestWorld): Promise<string | undefined> {
  const pays = await paid(world);
  await news(pays, { id: 'n1', paymentId: pays.paymentId, outcome: 'charged-back' });
  return due(pays);
}

/** 40.00 of 100.00 were paid: 100.00 owed, 40.00 cash and 60.00 lost stand on the debit side. */
async function writtenOff(world: TestWorld): Promise<string> {
  const pays = await payer(world);
  await receive(pays, 'b1', { amount: '40.00' });
  await keyed(pays, 'w1', { url: `/v1/invoices/${pays.invoiceId}/write-off`, body: {} });
  return debits(pays);
}
