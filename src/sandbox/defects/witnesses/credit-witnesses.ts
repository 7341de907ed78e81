import { flatFee, type ShownInvoice, type TestWorld } from '../../test-world.ts';
import { bookTotals } from './book-totals.ts';
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

async function voidWith(world: TestWorld, invoiceId: string, key: string): Promise<void> {
  const url = `/v1/invoices/${invoiceId}/void`;
  await world.callWith({ 'idempotency-key': key }, { method: 'POST', url, body: {} });
}

function rebilled(world: TestWorld, invoiceId: string): Promise<ShownInvoice> {
  return world.ok<ShownInvoice>('POST', `/v1/invoices/${invoiceId}/rebill`, { without: [] });
}

async function balanceOf(world: TestWorld, customerId: string): Promise<string> {
  type Balance = { amount: { amount: string } };
  return (await world.ok<Balance>('GET', `/v1/customers/${customerId}/balance`)).amount.amount;
}

/** EUR 100.00 that were paid for a voided invoice are used on a second one, of EUR 100.00. */
async function usedCredit(world: TestWorld): Promise<string> {
  const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
  await voidWith(world, id, 'v1');
  await world.subscribe(customerId, 'gold', { key: 's2' });
  return customerId;
}

/** One invoice of EUR 100.00 and EUR 19.00 tax, voided. */
async function voidedWithTax(world: TestWorld): Promise<string> {
  await world.publish('gold', [flatFee('100.00')]);
  await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  await voidWith(world, (await world.invoices(customerId))[0]?.id ?? '', 'v1');
  return customerId;
}

/** Credits less debits. */
async function accountBalance(world: TestWorld, customerId: string, account: string): Promise<string> {
  type Books = { entries: { account: string; side: string; amount: { amount: string } }[] };
  const { entries } = await world.ok<Books>('GET', `/v1/ledger?customerId=${customerId}`);
  const cents = entries
    .filter((entry) => entry.account === account)
    .reduce((sum, { side, amount }) => {
      const minor = BigInt(amount.amount.replace('.', ''));
      return side === 'credit' ? sum + minor : sum - minor;
    }, 0n);
  const text = String(cents).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
