import type { Charge } from '../../../model/billing/catalog.ts';
import type { TestWorld } from '../../test-world.ts';
import { flatFee } from '../../test-world.ts';
import {
  accountBalance,
  balanceOf,
  creditNote,
  duesOf,
  notesOf,
  taxedInvoice,
  voidWith,
} from './credit-account.ts';
import { paidInvoice, type Witness } from './witness.ts';

/** Credit notes, and refunds that meet a void. */
export const creditNoteWitnesses: Readonly<Record<string, Witness>> = {
  'void-refunds-what-was-refunded': {
    today: '2026-01-01',
    right: '70.00',
    wrong: '100.00',
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      await refundThirty(world, await paymentOf(world, customerId));
      await voidWith(world, id, 'v1');
      return balanceOf(world, customerId);
    },
  },
  'void-and-refund-at-once': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '100.00',
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      const payment = await paymentOf(world, customerId);
      await Promise.all([refundThirty(world, payment), voidWith(world, id, 'v1')]);
      return balanceOf(world, customerId);
    },
  },
  'note-with-todays-tax': {
    today: '2026-01-01',
    right: ['19.00'],
    wrong: ['25.00'],
    look: async (world) => {
      const { id, customerId } = await taxedInvoice(world);
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '25', from: '2026-01-01' });
      await creditNote(world, id, { key: 'n1' });
      return (await notesOf(world, customerId)).map(({ tax }) => tax.amount);
    },
  },
  'credit-beyond-the-invoice': {
    today: '2026-01-01',
    right: [201, 422],
    wrong: [201, 201],
    look: async (world) => {
      const { id } = await taxedInvoice(world);
      const first = await creditNote(world, id, { key: 'n1', net: '60.00' });
      return [first, await creditNote(world, id, { key: 'n2', net: '60.00' })];
    },
  },
  'notes-at-once-both-given': {
    today: '2026-01-01',
    right: [201, 422],
    wrong: [201, 201],
    look: async (world) => {
      const { id } = await taxedInvoice(world);
      const notes = ['n1', 'n2'].map((key) => creditNote(world, id, { key, net: '60.00' }));
      return (await Promise.all(notes)).toSorted((a, b) => a - b);
    },
  },
  'last-note-leaves-a-cent': {
    today: '2026-01-01',
    right: ['0.63', '0.63', '0.64'],
    wrong: ['0.63', '0.63', '0.63'],
    look: async (world) => {
      const { id, customerId } = await taxedInvoice(world, ['10.00']);
      await creditNote(world, id, { key: 'n1', net: '3.33' });
      await creditNote(world, id, { key: 'n2', net: '3.33' });
      await creditNote(world, id, { key: 'n3', net: '3.34' });
      return (await notesOf(world, customerId)).map(({ tax }) => tax.amount);
    },
  },
  'open-invoice-credited-to-balance': {
    today: '2026-01-01',
    right: ['0.00', '0.00'],
    wrong: ['119.00', '119.00'],
    look: async (world) => {
      const { id, customerId } = await taxedInvoice(world);
      await creditNote(world, id, { key: 'n1' });
      return [...(await duesOf(world, customerId)), await balanceOf(world, customerId)];
    },
  },
  'paid-invoice-credit-lost': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      await creditNote(world, id, { key: 'n1' });
      return balanceOf(world, customerId);
    },
  },
  'note-posted-without-tax': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '19.00',
    look: (world) => afterWholeNote(world, 'tax-payable'),
  },
  'note-not-in-books': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '-119.00',
    look: (world) => afterWholeNote(world, 'receivables'),
  },
  'voided-note-keeps-its-credit': {
    today: '2026-01-01',
    right: ['119.00'],
    wrong: ['0.00'],
    look: async (world) => {
      const { id, customerId } = await taxedInvoice(world);
      await creditNote(world, id, { key: 'n1' });
      const note = (await notesOf(world, customerId))[0]?.id ?? '';
      await world.ok('POST', `/v1/credit-notes/${note}/void`, {});
      return duesOf(world, customerId);
    },
  },
  'unused-days-credited-twice': {
    today: '2026-01-01',
    right: ['31.00', '-11.00'],
    wrong: ['31.00', '-21.00'],
    look: (world) => creditedThenCancelled(world),
  },
  // Of the second fee, of which nothing was credited, all 21 unused days come back as well.
  'part-credited-of-another-line': {
    today: '2026-01-01',
    right: ['62.00', '-32.00'],
    wrong: ['62.00', '-22.00'],
    look: (world) =>
      creditedThenCancelled(world, [flatFee('31.00'), { ...flatFee('31.00'), code: 'support' }]),
  },
  // The rest of January on the larger plan is EUR 42.00, of which EUR 21.00 are credited; 20 days at EUR 2.00 are unused.
  'credited-rest-of-month-given-back': {
    today: '2026-01-01',
    right: ['31.00', '21.00', '-21.00'],
    wrong: ['31.00', '21.00', '-40.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      await world.publish('large', [flatFee('62.00')]);
      const customerId = await world.customer();
      const subscription = `/v1/subscriptions/${await world.subscribe(customerId, 'gold')}`;
      await world.advance('2026-01-11');
      const timing = { kind: 'date', date: '2026-01-11' };
      await world.call('POST', `${subscription}/change`, { plan: 'large', timing });
      const { id = '', lines = [] } = (await world.invoices(customerId))[1] ?? {};
      const line = lines.findIndex(({ kind }) => kind === 'proration-charge');
      await creditNote(world, id, { key: 'n1', net: '21.00', line });
      await world.advance('2026-01-12');
      const end = { kind: 'date', date: '2026-01-12' };
      await world.call('POST', `${subscription}/cancel`, { timing: end });
      return (await world.invoices(customerId)).map(({ total }) => total.amount);
    },
  },
  // EUR 31.00 for January, of which 21 days were given back: taken back as a whole besides, it would be EUR 21.00 for nothing.
  'void-of-what-was-given-back': {
    today: '2026-01-01',
    right: 409,
    wrong: 201,
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      const customerId = await world.customer();
      const subscription = await world.subscribe(customerId, 'gold');
      await world.advance('2026-01-11');
      const timing = { kind: 'date', date: '2026-01-11' };
      await world.call('POST', `/v1/subscriptions/${subscription}/cancel`, { timing });
      const [first] = await world.invoices(customerId);
      return voidWith(world, first?.id ?? '', 'v1');
    },
  },
  'adjusted-charge-stops-invoicing': {
    today: '2026-01-01',
    right: ['31.00', '-11.00'],
    wrong: ['31.00'],
    look: (world) => creditedThenCancelled(world),
  },
  'estimate-without-tax': {
    today: '2026-01-01',
    right: '119.00',
    wrong: '100.00',
    look: async (world) => {
      const { id } = await taxedInvoice(world);
      type Estimate = { total: { amount: string } };
      const url = `/v1/invoices/${id}/credit-note-estimate`;
      return (await world.ok<Estimate>('POST', url, { part: { kind: 'whole' } })).total.amount;
    },
  },
  'estimate-names-one-line': {
    today: '2026-01-01',
    right: ['100.00', '40.00'],
    wrong: ['100.00'],
    look: async (world) => {
      const { id } = await taxedInvoice(world, ['100.00', '40.00']);
      type Estimate = { lines: { net: { amount: string } }[] };
      const url = `/v1/invoices/${id}/credit-note-estimate`;
      const { lines } = await world.ok<Estimate>('POST', url, { part: { kind: 'whole' } });
      return lines.map(({ net }) => net.amount);
    },
  },
  'credit-note-repeated-despite-key': {
    today: '2026-01-01',
    right: 1,
    wrong: 2,
    look: async (world) => {
      const { id, customerId } = await taxedInvoice(world);
      await creditNote(world, id, { key: 'n1', net: '30.00' });
      await creditNote(world, id, { key: 'n1', net: '30.00' });
      return (await notesOf(world, customerId)).length;
    },
  },
};

async function paymentOf(world: TestWorld, customerId: string): Promise<string> {
  type Payments = { payments: { id: string }[] };
  const { payments } = await world.ok<Payments>('GET', `/v1/payments?customerId=${customerId}`);
  return payments[0]?.id ?? '';
}

async function refundThirty(world: TestWorld, paymentId: string): Promise<void> {
  const url = `/v1/payments/${paymentId}/refunds`;
  const body = { amount: { amount: '30.00', currency: 'EUR' } };
  await world.callWith({ 'idempotency-key': 'r1' }, { method: 'POST', url, body });
}

async function afterWholeNote(world: TestWorld, account: string): Promise<string> {
  const { id, customerId } = await taxedInvoice(world);
  await creditNote(world, id, { key: 'n1' });
  return accountBalance(world, customerId, account);
}

/** EUR 20.00 of EUR 31.00 are credited; 21 of 31 days are unused, of which only EUR 11.00 can still be given back. */
async function creditedThenCancelled(
  world: TestWorld,
  charges: readonly Charge[] = [flatFee('31.00')],
): Promise<readonly string[]> {
  await world.publish('gold', charges);
  const customerId = await world.customer();
  const subscription = await world.subscribe(customerId, 'gold');
  await creditNote(world, (await world.invoices(customerId))[0]?.id ?? '', { key: 'n1', net: '20.00' });
  await world.advance('2026-01-11');
  const timing = { kind: 'date', date: '2026-01-11' };
  await world.call('POST', `/v1/subscriptions/${subscription}/cancel`, { timing });
  return (await world.invoices(customerId)).map(({ total }) => total.amount);
}
