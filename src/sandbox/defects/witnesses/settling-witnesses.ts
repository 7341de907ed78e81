import { flatFee, type TestWorld } from '../../test-world.ts';
import { creditsLessDebits } from './credit-account.ts';
import { card, due, keyed, moved, news, type Payer, payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';

/** What is done to one invoice by more than one hand. */
export const settlingWitnesses: Readonly<Record<string, Witness>> = {
  'cent-lost-in-a-float': {
    today,
    right: ['charge 29 succeeded'],
    wrong: ['charge 28 succeeded'],
    look: async (world) => {
      const pays = await payer(world);
      await paying(pays, 'p1', { amount: '0.29' });
      return moved(pays);
    },
  },
  'cent-too-much-taken': {
    today,
    right: 422,
    wrong: 201,
    look: async (world) => (await paying(await payer(world), 'p1', { amount: '100.01' })).status,
  },
  'written-off-can-be-paid': {
    today,
    right: 422,
    wrong: 201,
    look: async (world) => {
      const pays = await payer(world);
      await writeOff(pays);
      return (await paying(pays, 'p1')).status;
    },
  },
  'transfer-pays-what-was-written-off': {
    today,
    // January was written off, EUR 60.00 of EUR 100.00 are paid of February.
    right: ['0.00', '40.00'],
    wrong: ['0.00', '100.00'],
    look: async (world) => {
      const pays = await payer(world);
      await world.advance('2026-02-01');
      await writeOff(pays);
      const body = { customerId: pays.customerId, amount: eur('60.00'), invoiceIds: null };
      await keyed(pays, 't1', { url: '/v1/receipts', body });
      return (await world.invoices(pays.customerId)).map((invoice) => invoice.due.amount);
    },
  },
  'threshold-by-largest-debt': {
    today,
    // EUR 100.00 and EUR 40.00 are late, and EUR 120.00 are enough to be dunned.
    right: ['140.00'],
    wrong: [],
    look: async (world) => {
      const { customerId } = await payer(world);
      await world.publish('iron', [flatFee('40.00')]);
      await world.subscribe(customerId, 'iron', { key: 'iron' });
      const level = { name: 'reminder', afterDays: 5, suspends: false, fee: null, interestPercent: null };
      const body = { firstAttempt: 'issue-date', retryDays: [], ageFrom: 'issue-date', levels: [level] };
      await world.call('PUT', '/v1/dunning-policy', { ...body, threshold: '120.00' });
      await world.advance('2026-01-10');
      type State = { reminders: { overdue: { amount: string } }[] };
      const { reminders } = await world.ok<State>('GET', `/v1/customers/${customerId}/dunning`);
      return reminders.map(({ overdue }) => overdue.amount);
    },
  },
  'news-for-the-newest-payment': {
    today,
    right: ['declined', 'succeeded'],
    wrong: ['pending', 'succeeded'],
    look: async (world) => {
      const pays = await payer(world, 'stays-pending');
      const { id: paymentId } = await paying(pays, 'p1', { amount: '40.00' });
      await card(world, pays.customerId, 'succeeds');
      await paying(pays, 'p2', { amount: '60.00' });
      await news(pays, { id: 'n1', paymentId, outcome: 'declined' });
      type Payments = { payments: { status: string }[] };
      const { payments } = await world.ok<Payments>('GET', `/v1/payments?customerId=${pays.customerId}`);
      return payments.map(({ status }) => status);
    },
  },
  'refund-forgotten-after-chargeback': {
    today,
    // EUR 100.00 went back by the bank, and EUR 30.00 before.
    right: '130.00',
    wrong: '100.00',
    look: async (world) => {
      const pays = await payer(world);
      const { id: paymentId } = await paying(pays, 'p1');
      await keyed(pays, 'r1', { url: `/v1/payments/${paymentId}/refunds`, body: { amount: eur('30.00') } });
      await news(pays, { id: 'n1', paymentId, outcome: 'charged-back' });
      return due(pays);
    },
  },
  'note-gives-what-was-given-up': {
    today,
    // EUR 60.00 were paid, and EUR 40.00 given up.
    right: '60.00',
    wrong: '100.00',
    look: async (world) => {
      const pays = await payer(world);
      await paying(pays, 'p1', { amount: '60.00' });
      await writeOff(pays);
      const body = { part: { kind: 'whole' }, reason: 'goodwill' };
      await keyed(pays, 'n1', { url: `/v1/invoices/${pays.invoiceId}/credit-notes`, body });
      const url = `/v1/customers/${pays.customerId}/balance`;
      return (await world.ok<{ amount: { amount: string } }>('GET', url)).amount.amount;
    },
  },
  'void-forgets-refund-that-left-it-paid': {
    today,
    right: '70.00',
    wrong: '100.00',
    look: async (world) => creditAfterVoid(world),
  },
  'note-leaves-cents-in-books': {
    today,
    // USD 100.00 at 0.9137 are EUR 91.37; 33.33 are 30.45, twice; 33.34 would be 30.46: a cent less than all.
    right: '0.00',
    wrong: '-0.01',
    look: async (world) => {
      const pays = await abroad(world);
      for (const key of ['p1', 'p2']) await paying(pays, key, { amount: '33.33', currency: 'USD' });
      const body = { part: { kind: 'whole' }, reason: 'goodwill' };
      await keyed(pays, 'n1', { url: `/v1/invoices/${pays.invoiceId}/credit-notes`, body });
      const values = (await valuesOf(pays)).filter(({ account }) => account === 'receivables');
      return creditsLessDebits(values);
    },
  },
  'difference-dated-as-its-invoice': {
    today,
    right: ['2026-01-10'],
    wrong: ['2026-01-01'],
    look: async (world) => {
      const pays = await abroad(world);
      await world.advance('2026-01-10');
      await paying(pays, 'p1', { amount: '50.00', currency: 'USD' });
      const values = await valuesOf(pays);
      return values.filter(({ account }) => account === 'exchange-gain').map(({ date }) => date);
    },
  },
};

function eur(amount: string) {
  return { amount, currency: 'EUR' };
}

async function writeOff(pays: Payer): Promise<void> {
  await keyed(pays, 'w1', { url: `/v1/invoices/${pays.invoiceId}/write-off`, body: {} });
}

interface Value {
  readonly account: string;
  readonly side: string;
  readonly date: string;
  readonly amount: { readonly amount: string };
}

async function valuesOf({ world, customerId }: Payer): Promise<readonly Value[]> {
  const url = `/v1/book-values?customerId=${customerId}`;
  return (await world.ok<{ values: readonly Value[] }>('GET', url)).values;
}

/** USD 100.00 in books in euros; from the ninth day on a dollar is worth more. */
async function abroad(world: TestWorld): Promise<Payer> {
  await world.ok('POST', '/v1/legal-entities', {
    ...{ key: 'eu', name: 'Europa', numberPrefix: 'EU-', currency: 'EUR' },
  });
  for (const [effectiveFrom, rate] of [
    ['2026-01-01', '0.9137'],
    ['2026-01-09', '0.95'],
  ])
    await world.ok('POST', '/v1/exchange-rates', {
      ...{ from: 'USD', to: 'EUR', rate, source: 'ECB', effectiveFrom },
    });
  await world.publish('gold', [flatFee('100.00')], { currency: 'USD' });
  const customerId = await world.customer({ currency: 'USD' });
  await world.ok('POST', `/v1/customers/${customerId}/legal-entity`, { key: 'eu' });
  await world.subscribe(customerId, 'gold');
  await card(world, customerId, 'succeeds');
  return { world, customerId, invoiceId: (await world.invoices(customerId))[0]?.id ?? '' };
}

/** EUR 100.00 was paid, EUR 30.00 refunded, and that left the invoice paid. */
async function creditAfterVoid(world: TestWorld): Promise<string> {
  const policy = { refundWithoutAdjustment: 'leaves-invoice-paid' };
  const tenant = { name: 'other habit', runId: 'run', today, policy };
  const { apiKey } = await world.ok<{ apiKey: string }>('POST', '/v1/tenants', tenant);
  const call = async (method: 'GET' | 'POST', url: string, body?: object) => {
    const headers = { authorization: `Bearer ${apiKey}`, 'idempotency-key': `${method} ${url}` };
    return JSON.parse((await world.callWith(headers, { method, url, body })).text);
  };
  const ada = { key: 'c1', name: 'Ada', country: 'DE', currency: 'EUR', timeZone: 'UTC' };
  const { id: customerId } = await call('POST', '/v1/customers', ada);
  const charge = { customerId, text: 'Training', amount: eur('100.00'), date: today };
  const { id: invoiceId } = await call('POST', '/v1/charges', charge);
  const { id: paymentId } = await call('POST', '/v1/payments', { invoiceId, amount: eur('100.00') });
  await call('POST', `/v1/payments/${paymentId}/refunds`, { amount: eur('30.00') });
  await call('POST', `/v1/invoices/${invoiceId}/void`);
  return (await call('GET', `/v1/customers/${customerId}/balance`)).amount.amount;
}
