import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { accountBalance, balanceOf, creditNote, notesOf, rebilled, voidWith } from './credit-account.ts';
import { keyed, moved } from './payer.ts';
import { paidInvoice, payOnce, redeem, type Witness } from './witness.ts';

const today = '2026-01-01';
const april = '2026-04-01';
const seat = (unit: string): Charge => ({
  kind: 'recurring',
  code: 'fee',
  timing: 'advance',
  price: { kind: 'per-unit', unit },
});

/** Invoices of another shape than one fee, once, without tax, in euros. */
export const shapeWitnesses: Readonly<Record<string, Witness>> = {
  // EUR 119.00, of which 19.00 are tax.
  'told-price-billed-again-without-tax': {
    today,
    right: '119.00',
    wrong: '138.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('119.00')], { prices: 'gross' });
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
      return billedAgain(world, {});
    },
  },
  // EUR 119.00 less a tenth.
  'told-price-billed-again-without-coupon': {
    today,
    right: '107.10',
    wrong: '117.10',
    look: async (world) => {
      await world.publish('gold', [flatFee('119.00')], { prices: 'gross' });
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
      return billedAgain(world, {}, { isReduced: true });
    },
  },
  'replacement-forgets-exemption': {
    today,
    right: '100.00',
    wrong: '119.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('100.00')]);
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
      return billedAgain(world, {}, { taxStatus: 'exempt' });
    },
  },
  'replacement-for-one-seat': {
    today,
    right: '60.00',
    wrong: '20.00',
    look: async (world) => {
      await world.publish('gold', [seat('20.00')]);
      return billedAgain(world, { quantity: '3' });
    },
  },
  'replacement-at-first-price': {
    today,
    right: '100.00',
    wrong: '80.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('80.00')]);
      await world.publish('gold', [flatFee('100.00')], { effectiveFrom: today });
      return billedAgain(world, {});
    },
  },
  'void-gives-back-euros-only': {
    today,
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'USD', '100.00');
      await voidWith(world, id, 'v1');
      return balanceOf(world, customerId);
    },
  },
  // 19.00 on EUR 100.00 and 3.50 on EUR 50.00 of books.
  'void-takes-back-one-tax': {
    today,
    right: '0.00',
    wrong: '3.50',
    look: async (world) => {
      const { customerId, id } = await twoRates(world);
      await voidWith(world, id, 'v1');
      return accountBalance(world, customerId, 'tax-payable');
    },
  },
  'note-at-rate-of-first-line': {
    today,
    right: '22.50',
    wrong: '28.50',
    look: async (world) => {
      const { customerId, id } = await twoRates(world);
      await creditNote(world, id, { key: 'n1' });
      return (await notesOf(world, customerId))[0]?.tax.amount;
    },
  },
  'refund-of-yen-times-hundred': {
    today,
    right: ['charge 1000 succeeded', 'refund 300 succeeded'],
    wrong: ['charge 1000 succeeded', 'refund 30000 succeeded'],
    look: async (world) => {
      const { id: invoiceId, customerId } = await paidInvoice(world, 'JPY', '1000');
      const path = `/v1/payments?customerId=${customerId}`;
      const { payments } = await world.ok<{ payments: { id: string }[] }>('GET', path);
      const pays = { world, customerId, invoiceId };
      const body = { amount: { amount: '300', currency: 'JPY' } };
      await keyed(pays, 'r1', { url: `/v1/payments/${payments[0]?.id}/refunds`, body });
      return moved(pays);
    },
  },
  // Once as a line, once as the subtotal, once as the total.
  'pdf-total-is-what-is-left': {
    today,
    right: 3,
    wrong: 2,
    look: async (world) => {
      const { customerId, id } = await hundred(world);
      await payOnce(world, id, { amount: '30.00', currency: 'EUR' });
      return said(world, customerId, 'EUR 100.00');
    },
  },
  'pdf-of-void-invoice-says-nothing': {
    today,
    right: 3,
    wrong: 1,
    look: async (world) => {
      const { customerId, id } = await hundred(world);
      await voidWith(world, id, 'v1');
      return said(world, customerId, 'EUR 100.00');
    },
  },
  'pdf-shows-first-tax': {
    today,
    right: 1,
    wrong: 0,
    look: async (world) => said(world, (await twoRates(world)).customerId, 'EUR 22.50'),
  },
  // Half of EUR 60.00 was given back: EUR 45.00 are more than what is left.
  'given-back-seats-count-as-one': {
    today: april,
    right: 422,
    wrong: 201,
    look: async (world) => {
      await world.publish('gold', [seat('30.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'gold', { quantity: '2', start: april });
      await world.advance('2026-04-16');
      const timing = { kind: 'date', date: '2026-04-16' };
      await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing });
      const [first] = await world.invoices(customerId);
      return creditNote(world, first?.id ?? '', { key: 'n1', net: '45.00' });
    },
  },
};

/** What the first invoice of an order of gold comes to, once it was void and billed again. */
async function billedAgain(
  world: TestWorld,
  order: object,
  who: { readonly isReduced?: boolean; readonly taxStatus?: 'exempt' } = {},
): Promise<string> {
  const { isReduced = false, ...customer } = who;
  const customerId = await world.customer(customer);
  if (isReduced) await redeem(world, customerId);
  await world.subscribe(customerId, 'gold', order);
  const id = (await world.invoices(customerId))[0]?.id ?? '';
  await voidWith(world, id, 'v1');
  return (await rebilled(world, id)).total.amount;
}

async function hundred(world: TestWorld) {
  await world.publish('gold', [flatFee('100.00')]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  return { customerId, id: (await world.invoices(customerId))[0]?.id ?? '' };
}

/** How often the file of the first invoice says so. */
async function said(world: TestWorld, customerId: string, amount: string): Promise<number> {
  const [invoice] = await world.invoices(customerId);
  const { text } = await world.call('GET', `/v1/invoices/${invoice?.id}/pdf`);
  return text.split(amount).length - 1;
}

async function twoRates(world: TestWorld) {
  const books = { ...flatFee('50.00'), code: 'books', taxCategory: 'books' } as Charge;
  await world.publish('gold', [flatFee('100.00'), books]);
  const rate = { country: 'DE', from: '2020-01-01' };
  await world.ok('POST', '/v1/tax-rates', { ...rate, ratePercent: '19' });
  await world.ok('POST', '/v1/tax-rates', { ...rate, ratePercent: '7', category: 'books' });
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  return { customerId, id: (await world.invoices(customerId))[0]?.id ?? '' };
}
