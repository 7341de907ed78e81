import { flatFee, perCall } from '../../test-world.ts';
import { bookTotals } from './book-totals.ts';
import {
  discountedInvoice,
  firstCustomer,
  paidInvoice,
  paymentsOf,
  payOnce,
  quoteOf,
  redeem,
  usageIn,
  type Witness,
} from './witness.ts';

/** From the invoice to the ledger, and to those who read both. */
export const moneyWitnesses: Readonly<Record<string, Witness>> = {
  'repeated-run-bills-again': {
    today: '2026-01-01',
    right: ['10.00', '10.00'],
    wrong: ['10.00', '10.00', '10.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-02-01');
      await world.ok('POST', '/v1/bill-runs', { date: '2026-02-01' });
      return (await world.invoices(customerId)).map((invoice) => invoice.total.amount);
    },
  },
  'total-ignores-discount': {
    today: '2026-01-01',
    right: ['100.00', '10.00', '17.10', '107.10'],
    wrong: ['100.00', '10.00', '17.10', '117.10'],
    look: (world) => discountedInvoice(world),
  },
  'preview-without-discount': {
    today: '2026-01-01',
    right: ['90.00', '90.00'],
    wrong: ['100.00', '90.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('100.00', 'arrears')]);
      const customerId = await world.customer();
      await redeem(world, customerId);
      await world.subscribe(customerId, 'gold');
      const quote = await quoteOf(world, customerId, '2026-02-01');
      await world.advance('2026-02-01');
      return [quote?.total.amount, (await world.invoices(customerId))[0]?.total.amount];
    },
  },
  'coupon-applied-several-times': {
    today: '2026-01-01',
    right: '90.00',
    wrong: '81.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('100.00')]);
      const customerId = await world.customer();
      await redeem(world, customerId);
      await redeem(world, customerId);
      await world.subscribe(customerId, 'gold');
      return (await world.invoices(customerId))[0]?.total.amount;
    },
  },
  'tax-on-price-before-discount': {
    today: '2026-01-01',
    right: ['100.00', '10.00', '17.10', '107.10'],
    wrong: ['100.00', '10.00', '19.00', '109.00'],
    look: (world) => discountedInvoice(world),
  },
  'tax-base-truncated': {
    today: '2026-01-01',
    right: '20.00',
    wrong: '19.80',
    look: async (world) => {
      await world.publish('gold', [flatFee('99.99')]);
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '20', from: '2020-01-01' });
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      return (await world.invoices(customerId))[0]?.tax.amount;
    },
  },
  'same-key-charges-twice': {
    today: '2026-01-01',
    right: { payments: 1, due: '0.00' },
    // What was charged too much stands on the balance, so that the invoice itself looks paid.
    wrong: { payments: 2, due: '0.00' },
    look: async (world) => {
      const invoice = await paidInvoice(world, 'EUR', '100.00');
      await payOnce(world, invoice.id, { amount: '100.00', currency: 'EUR' });
      const after = (await world.invoices(invoice.customerId))[0];
      return { payments: (await paymentsOf(world, invoice.customerId)).length, due: after?.due.amount };
    },
  },
  'gateway-times-hundred': {
    today: '2026-01-01',
    right: ['80'],
    wrong: ['8000'],
    look: async (world) => {
      const { customerId } = await paidInvoice(world, 'JPY', '80');
      return (await paymentsOf(world, customerId)).map((payment) => payment.gatewayAmountMinor);
    },
  },
  'tax-not-posted-with-discount': {
    today: '2026-01-01',
    right: { debit: '117.10', credit: '117.10' },
    wrong: { debit: '117.10', credit: '100.00' },
    look: async (world) => {
      await discountedInvoice(world);
      const customerId = await firstCustomer(world);
      const books = await bookTotals(world, customerId);
      return books;
    },
  },
  'pages-drop-equal-dates': {
    today: '2026-01-01',
    right: 5,
    wrong: 2,
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      for (const key of ['s1', 's2', 's3', 's4', 's5']) await world.subscribe(customerId, 'gold', { key });
      return (await world.invoices(customerId, 2)).length;
    },
  },
  'pages-cut-at-fifty': {
    today: '2026-01-01',
    right: 60,
    // Fifty of the first page, and the next one begins behind its sixty.
    wrong: 50,
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      for (let number = 1; number <= 60; number += 1)
        await world.subscribe(customerId, 'gold', { key: `s${number}` });
      return (await world.invoices(customerId, 60)).length;
    },
  },
  'parallel-usage-overwritten': {
    today: '2026-01-01',
    right: '8',
    wrong: '1',
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      const batches = Array.from({ length: 8 }, (_, index) =>
        world.send(customerId, [{ id: `e${index}`, quantity: '1', at: '2026-01-10T12:00:00Z' }]),
      );
      await Promise.all(batches);
      return usageIn(world, customerId, { from: '2026-01-01', to: '2026-02-01' });
    },
  },
};
