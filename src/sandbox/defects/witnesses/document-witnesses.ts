import { flatFee, type TestWorld } from '../../test-world.ts';
import { bookTotals } from './book-totals.ts';
import { firstCustomer, paidInvoice, paymentsOf, quoteOf, type Witness } from './witness.ts';

/** From the quote to the last payment. */
export const documentWitnesses: Readonly<Record<string, Witness>> = {
  'preview-claims-what-it-shows': {
    today: '2026-01-01',
    right: ['10.00', '10.00', 2],
    wrong: ['10.00', undefined, 1],
    look: async (world) => {
      const customerId = await goldCustomer(world);
      const first = await quoteOf(world, customerId, '2026-02-01');
      const second = await quoteOf(world, customerId, '2026-02-01');
      await world.advance('2026-02-01');
      return [first?.total.amount, second?.total.amount, (await world.invoices(customerId)).length];
    },
  },
  'preview-shows-what-was-billed': {
    today: '2026-01-01',
    right: [undefined, '10.00'],
    wrong: ['10.00', '20.00'],
    look: async (world) => {
      const customerId = await goldCustomer(world);
      const quotes = [];
      for (const day of ['2026-01-15', '2026-02-01']) quotes.push(await quoteOf(world, customerId, day));
      return quotes.map((quote) => quote?.total.amount);
    },
  },
  'total-rounded-without-entry': {
    today: '2026-01-01',
    right: { total: '10.40', debit: '10.40', credit: '10.40' },
    wrong: { total: '10.00', debit: '10.00', credit: '10.40' },
    look: async (world) => {
      await world.publish('gold', [flatFee('10.40')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      const [invoice] = await world.invoices(customerId);
      const books = await bookTotals(world, await firstCustomer(world));
      return { total: invoice?.total.amount, ...books };
    },
  },
  'tax-posted-as-revenue': {
    today: '2026-01-01',
    right: ['receivables 119.00', 'revenue 100.00', 'tax-payable 19.00'],
    wrong: ['receivables 119.00', 'revenue 119.00'],
    look: async (world) => {
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
      const customerId = await goldCustomer(world, '100.00');
      type Books = { entries: { account: string; amount: { amount: string } }[] };
      const { entries } = await world.ok<Books>('GET', `/v1/ledger?customerId=${customerId}`);
      return entries.map(({ account, amount }) => `${account} ${amount.amount}`);
    },
  },
  'tax-rate-before-its-day': {
    today: '2026-01-01',
    right: '19.00',
    wrong: '16.00',
    look: async (world) => {
      for (const [ratePercent, from] of [
        ['19', '2020-01-01'],
        ['16', '2026-02-01'],
      ]) {
        await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent, from });
      }
      const customerId = await goldCustomer(world, '100.00');
      return (await world.invoices(customerId))[0]?.tax.amount;
    },
  },
  'coupon-lands-on-first-line': {
    today: '2026-01-01',
    right: ['0.00', '5.00'],
    wrong: ['5.00', '0.00'],
    look: async (world) => {
      const document = {
        kind: 'document',
        currency: 'EUR',
        lines: ['10.00', '10.00'].map((net) => ({ net, taxPercent: '0' })),
        discounts: [{ kind: 'amount', amount: '5.00', lines: [1] }],
        roundingPoint: 'line',
      };
      const { lines } = await world.ok<{ lines: { discount: string }[] }>('POST', '/v1/preview', document);
      return lines.map((line) => line.discount);
    },
  },
  'payment-leaves-a-cent': {
    today: '2026-01-01',
    right: '79.00',
    wrong: '79.01',
    look: async (world) => {
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
      const customerId = await goldCustomer(world, '100.00');
      const invoiceId = (await world.invoices(customerId))[0]?.id ?? '';
      await pay(world, { key: 'p1', invoiceId, amount: '40.00' });
      return (await world.invoices(customerId))[0]?.due.amount;
    },
  },
  'second-payment-taken-for-repeat': {
    today: '2026-01-01',
    right: { payments: 2, due: '70.00' },
    wrong: { payments: 1, due: '80.00' },
    look: async (world) => {
      const customerId = await goldCustomer(world, '100.00');
      const invoiceId = (await world.invoices(customerId))[0]?.id ?? '';
      await pay(world, { key: 'p1', invoiceId, amount: '20.00' });
      await pay(world, { key: 'p2', invoiceId, amount: '10.00' });
      const { length } = await paymentsOf(world, customerId);
      return { payments: length, due: (await world.invoices(customerId))[0]?.due.amount };
    },
  },
  'gateway-loses-cents': {
    today: '2026-01-01',
    right: ['8005'],
    wrong: ['8000'],
    look: async (world) => {
      const { customerId } = await paidInvoice(world, 'EUR', '80.05');
      return (await paymentsOf(world, customerId)).map((payment) => payment.gatewayAmountMinor);
    },
  },
};

async function goldCustomer(world: TestWorld, price = '10.00'): Promise<string> {
  await world.publish('gold', [flatFee(price)]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  return customerId;
}

async function pay(
  world: TestWorld,
  { key, invoiceId, amount }: { readonly key: string; readonly invoiceId: string; readonly amount: string },
): Promise<void> {
  const body = { invoiceId, amount: { amount, currency: 'EUR' } };
  const request = { method: 'POST', url: '/v1/payments', body } as const;
  const answer = await world.callWith({ 'idempotency-key': key }, request);
  if (answer.status !== 201)
    throw new Error(`the payment was answered with ${answer.status}: ${answer.text}`);
}
