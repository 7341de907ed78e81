import { flatFee, type TestWorld } from '../../test-world.ts';
import { bookTotals } from './book-totals.ts';
import { due, moved, news, type Payer, payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

/** What a pending payment leaves in the books after notifications. */
async function afterNews(world: TestWorld, deliver: (payer: Payer, paymentId: string) => Promise<unknown>) {
  const pays = await payer(world, 'stays-pending');
  const { id } = await paying(pays, 'p1');
  await deliver(pays, id);
  return { due: await due(pays), debit: (await bookTotals(world, pays.customerId)).debit };
}

const succeeded = (paymentId: string) => ({ id: 'n1', paymentId, outcome: 'succeeded' });

/** Money on its way through the gateway. */
export const paymentWitnesses: Readonly<Record<string, Witness>> = {
  'timeout-taken-for-decline': {
    today: '2026-01-01',
    right: { moved: ['charge 10000 succeeded'], due: '0.00' },
    wrong: { moved: ['charge 10000 succeeded', 'charge 10000 succeeded'], due: '100.00' },
    look: async (world) => {
      const pays = await payer(world, 'times-out-after-doing-it');
      await paying(pays, 'p1');
      await paying(pays, 'p2');
      return { moved: await moved(pays), due: await due(pays) };
    },
  },
  'silent-gateway-asked-again': {
    today: '2026-01-01',
    right: ['charge 10000 succeeded'],
    wrong: ['charge 10000 succeeded', 'charge 10000 succeeded'],
    look: async (world) => {
      const pays = await payer(world, 'times-out-after-doing-it');
      await paying(pays, 'p1');
      return moved(pays);
    },
  },
  'each-notification-counts': {
    today: '2026-01-01',
    right: { due: '0.00', debit: '200.00' },
    wrong: { due: '0.00', debit: '300.00' },
    look: (world) =>
      afterNews(world, async (pays, id) => {
        await news(pays, succeeded(id));
        await news(pays, succeeded(id));
      }),
  },
  'parallel-notifications-both-count': {
    today: '2026-01-01',
    right: { due: '0.00', debit: '200.00' },
    wrong: { due: '0.00', debit: '300.00' },
    look: (world) =>
      afterNews(world, (pays, id) => Promise.all([news(pays, succeeded(id)), news(pays, succeeded(id))])),
  },
  'late-news-believed': {
    today: '2026-01-01',
    right: { due: '0.00', debit: '200.00' },
    wrong: { due: '100.00', debit: '100.00' },
    look: (world) =>
      afterNews(world, async (pays, id) => {
        await news(pays, succeeded(id));
        await news(pays, { id: 'n0', paymentId: id, outcome: 'pending' });
      }),
  },
  'amount-set-by-client': {
    today: '2026-01-01',
    right: [422, '95.00'],
    wrong: [200, '0.00'],
    look: async (world) => {
      const pays = await payer(world);
      const { id } = await paying(pays, 'p1', { amount: '5.00' });
      const body = { amount: { amount: '100.00', currency: 'EUR' } };
      const { status } = await world.callWith({}, { method: 'PATCH', url: `/v1/payments/${id}`, body });
      return [status, await due(pays)];
    },
  },
  'invoice-of-nothing-unpayable': {
    today: '2026-01-01',
    right: [201, 200],
    wrong: [500, 200],
    look: async (world) => {
      await world.publish('dust', [flatFee('0.004')]);
      const customerId = await world.customer();
      const start = { start: '2026-01-01', quantity: '1', billing: 'anniversary' };
      const order = { key: 's1', customerId, plan: 'dust', ...start };
      const ordered = await world.call('POST', '/v1/subscriptions', order);
      return [ordered.status, (await world.call('GET', `/v1/invoices?customerId=${customerId}`)).status];
    },
  },
  'pending-counts-as-paid': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const pays = await payer(world, 'stays-pending');
      await paying(pays, 'p1');
      return due(pays);
    },
  },
  'declined-counts-as-paid': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const pays = await payer(world, 'declines-soft');
      await paying(pays, 'p1');
      return due(pays);
    },
  },
  'overpayment-vanishes': {
    today: '2026-01-01',
    right: { status: 422, moved: [], due: '100.00' },
    wrong: { status: 201, moved: ['charge 12000 succeeded'], due: '0.00' },
    look: async (world) => {
      const pays = await payer(world);
      const { status } = await paying(pays, 'p1', { amount: '120.00' });
      return { status, moved: await moved(pays), due: await due(pays) };
    },
  },
  'payments-under-way-forgotten': {
    today: '2026-01-01',
    right: ['charge 10000 succeeded'],
    wrong: ['charge 10000 succeeded', 'charge 10000 succeeded'],
    look: async (world) => {
      const pays = await payer(world);
      await Promise.all([paying(pays, 'p1'), paying(pays, 'p2')]);
      return moved(pays);
    },
  },
  'currency-of-payment-ignored': {
    today: '2026-01-01',
    right: [422, '100.00'],
    wrong: [201, '0.00'],
    look: async (world) => {
      const pays = await payer(world);
      const { status } = await paying(pays, 'p1', { currency: 'USD' });
      return [status, await due(pays)];
    },
  },
};
