import { flatFee } from '../../test-world.ts';
import { bookTotals } from './book-totals.ts';
import {
  accountBalance,
  balanceOf,
  rebilled,
  usedCredit,
  voidedWithTax,
  voidWith,
} from './credit-account.ts';
import { paidInvoice, type Witness } from './witness.ts';

/** Voids, rebills and what a customer has to his credit. */
export const creditWitnesses: Readonly<Record<string, Witness>> = {
  'void-twice-in-parallel': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '300.00',
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      await Promise.all(['v1', 'v2', 'v3'].map((key) => voidWith(world, id, key)));
      return balanceOf(world, customerId);
    },
  },
  'void-keeps-used-credit': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const customerId = await usedCredit(world);
      const second = (await world.invoices(customerId))[1];
      await voidWith(world, second?.id ?? '', 'v2');
      return balanceOf(world, customerId);
    },
  },
  'void-loses-the-payment': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      await voidWith(world, id, 'v1');
      return balanceOf(world, customerId);
    },
  },
  'credit-pays-several-invoices': {
    today: '2026-01-01',
    right: ['0.00', '0.00', '100.00'],
    wrong: ['0.00', '0.00', '0.00'],
    look: async (world) => {
      const customerId = await usedCredit(world);
      await world.subscribe(customerId, 'gold', { key: 's3' });
      return (await world.invoices(customerId)).map(({ due }) => due.amount);
    },
  },
  'credit-beyond-due': {
    today: '2026-01-01',
    right: ['0.00', '0.00'],
    wrong: ['0.00', '-70.00'],
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      await voidWith(world, id, 'v1');
      await world.publish('silver', [flatFee('30.00')]);
      await world.subscribe(customerId, 'silver', { key: 's2' });
      return (await world.invoices(customerId)).map(({ due }) => due.amount);
    },
  },
  'void-leaves-the-receivable': {
    today: '2026-01-01',
    right: { debit: '238.00', credit: '238.00' },
    wrong: { debit: '119.00', credit: '119.00' },
    look: async (world) => bookTotals(world, await voidedWithTax(world)),
  },
  'void-leaves-bad-debt': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '-100.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('100.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      const id = (await world.invoices(customerId))[0]?.id ?? '';
      const request = { method: 'POST', url: `/v1/invoices/${id}/write-off`, body: {} } as const;
      await world.callWith({ 'idempotency-key': 'w1' }, request);
      await voidWith(world, id, 'v1');
      return accountBalance(world, customerId, 'bad-debt');
    },
  },
  'void-keeps-the-tax': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '19.00',
    look: async (world) => accountBalance(world, await voidedWithTax(world), 'tax-payable'),
  },
  'void-invoice-still-due': {
    today: '2026-01-01',
    right: ['0.00'],
    wrong: ['119.00'],
    look: async (world) => {
      const customerId = await voidedWithTax(world);
      return (await world.invoices(customerId)).map(({ due }) => due.amount);
    },
  },
  'voided-period-billed-again': {
    today: '2026-01-01',
    right: 1,
    wrong: 2,
    look: async (world) => {
      const customerId = await voidedWithTax(world);
      await world.ok('POST', '/v1/bill-runs', { date: '2026-01-01' });
      return (await world.invoices(customerId)).length;
    },
  },
  'voided-service-credited': {
    today: '2026-01-01',
    right: ['31.00'],
    wrong: ['31.00', '-21.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'gold');
      await voidWith(world, (await world.invoices(customerId))[0]?.id ?? '', 'v1');
      await world.advance('2026-01-11');
      const timing = { kind: 'date', date: '2026-01-11' };
      await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing });
      return (await world.invoices(customerId)).map(({ total }) => total.amount);
    },
  },
  'rebill-at-todays-price': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '120.00',
    look: async (world) => {
      const { id } = await paidInvoice(world, 'EUR', '100.00');
      await world.publish('gold', [flatFee('120.00')], { effectiveFrom: '2026-01-01' });
      await voidWith(world, id, 'v1');
      return (await rebilled(world, id)).total.amount;
    },
  },
  'rebill-at-todays-tax': {
    today: '2026-01-01',
    right: '19.00',
    wrong: '25.00',
    look: async (world) => {
      const customerId = await voidedWithTax(world);
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '25', from: '2026-01-01' });
      return (await rebilled(world, (await world.invoices(customerId))[0]?.id ?? '')).tax.amount;
    },
  },
};
