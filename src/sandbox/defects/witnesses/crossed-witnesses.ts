import { setTimeout as pause } from 'node:timers/promises';
import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { keyed, type Payer, payer, paying } from './payer.ts';
import { quoteOf, type Witness } from './witness.ts';

const today = '2026-01-01';
/** Nobody listens there. */
const deaf = { url: 'http://127.0.0.1:9/events' };

async function dues({ world, customerId }: Payer): Promise<readonly string[]> {
  return (await world.invoices(customerId)).map(({ due }) => due.amount);
}

async function balance({ world, customerId }: Payer): Promise<string> {
  const url = `/v1/customers/${customerId}/balance`;
  return (await world.ok<{ amount: { amount: string } }>('GET', url)).amount.amount;
}

async function transfer(pays: Payer, key: string, of: { amount: string; invoiceIds?: readonly string[] }) {
  const { amount, invoiceIds = null } = of;
  const body = { customerId: pays.customerId, amount: { amount, currency: 'EUR' }, invoiceIds };
  await keyed(pays, key, { url: '/v1/receipts', body });
}

async function deliveries(world: TestWorld): Promise<readonly string[]> {
  type Log = { deliveries: { state: string }[] };
  return (await world.ok<Log>('GET', '/v1/webhook-deliveries')).deliveries.map(({ state }) => state);
}

/** Calls at EUR 1.00 that are billed ahead at EUR 50.00, and a coupon of 10 % for one invoice. */
async function reducedCalls(world: TestWorld): Promise<string> {
  await world.publish('gold', [perCall('1.00')]);
  const customerId = await world.customer();
  const subscriptionId = await world.subscribe(customerId, 'gold');
  const whole = { scope: { kind: 'invoice' }, redeemBy: null, validUntil: null, redemptionsMax: null };
  const value = { kind: 'percent', percent: '10' };
  await world.ok('POST', '/v1/coupons', { code: 'TEN', value, invoicesMax: 1, ...whole });
  const pays = { world, customerId, invoiceId: '' };
  const redeemed = { code: 'TEN', subscriptionId: null };
  await keyed(pays, 'k1', { url: `/v1/customers/${customerId}/coupons`, body: redeemed });
  const thresholds = [{ amount: '50.00', currency: 'EUR' }];
  await world.ok('POST', `/v1/subscriptions/${subscriptionId}/thresholds`, { thresholds });
  return customerId;
}

async function wallet(pays: Payer, key: string, charges: readonly string[] | null): Promise<void> {
  const { customerId } = pays;
  const body = { key, customerId, name: key, rate: '1', priority: 1, expires: null, charges };
  const { id } = await keyed(pays, key, { url: '/v1/wallets', body });
  await keyed(pays, `${key} paid`, { url: `/v1/wallets/${id}/top-up`, body: { credits: '30' } });
}

async function reminders({ world, customerId }: Payer): Promise<readonly string[]> {
  type State = { reminders: { date: string }[] };
  const state = await world.ok<State>('GET', `/v1/customers/${customerId}/dunning`);
  return state.reminders.map(({ date }) => date);
}

/** EUR 100.00 every four days; a reminder five days after the day of issue. */
async function reminded(world: TestWorld): Promise<Payer> {
  await world.publish('gold', [flatFee('100.00')], { interval: { unit: 'day', count: 4 } });
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  const level = { name: 'reminder', afterDays: 5, suspends: false, fee: null, interestPercent: null };
  const body = {
    firstAttempt: 'issue-date',
    retryDays: [],
    ageFrom: 'issue-date',
    threshold: null,
    levels: [level],
  };
  await world.callWith({}, { method: 'PUT', url: '/v1/dunning-policy', body });
  return { world, customerId, invoiceId: (await world.invoices(customerId))[0]?.id ?? '' };
}

/** Where two things meet that each work by themselves. */
export const crossedWitnesses: Readonly<Record<string, Witness>> = {
  // The first invoice, its void, and the one in its place.
  'replacement-not-announced': {
    today,
    right: 4,
    wrong: 3,
    look: async (world) => {
      await world.ok('POST', '/v1/webhooks', deaf);
      const pays = await payer(world);
      await keyed(pays, 'v1', { url: `/v1/invoices/${pays.invoiceId}/void`, body: {} });
      await keyed(pays, 'r1', { url: `/v1/invoices/${pays.invoiceId}/rebill`, body: { without: [] } });
      return (await deliveries(world)).length;
    },
  },
  'news-after-outage-lost': {
    today,
    right: false,
    wrong: true,
    look: async (world) => {
      await world.ok('POST', '/v1/webhooks', deaf);
      await payer(world);
      for (let waited = 0; waited < 100 && !(await deliveries(world)).includes('given-up'); waited += 1)
        await pause(50);
      await world.advance('2026-02-01');
      return (await deliveries(world)).includes('lost');
    },
  },
  // Of 40 rows a page 8 are above the lines: the 32nd fee is the last one of the first page.
  'pdf-row-on-both-pages': {
    today,
    right: 1,
    wrong: 2,
    look: async (world) => {
      const fees = Array.from({ length: 40 }, (_, index) => ({
        ...flatFee(`1.${String(index + 1).padStart(2, '0')}`),
        code: `fee-${index}`,
      }));
      await world.publish('basic', fees);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'basic');
      const [invoice] = await world.invoices(customerId);
      const { text } = await world.call('GET', `/v1/invoices/${invoice?.id}/pdf`);
      return text.split('EUR 1.32').length - 1;
    },
  },
  'export-cuts-last-dot': {
    today,
    right: true,
    wrong: false,
    look: async (world) => {
      await world.publish('gold', [flatFee('1.00')]);
      await world.subscribe(await world.customer({ name: 'Smith & Sons Ltd.' }), 'gold');
      return (await world.call('GET', '/v1/exports/invoices')).text.includes('Smith & Sons Ltd.,');
    },
  },
  'draft-of-nothing-invoiced': {
    today,
    right: [],
    wrong: ['0.00'],
    look: async (world) => {
      await world.publish('gold', [perCall('1.00')]);
      const customerId = await world.customer();
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'days', days: 3 });
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-02-10');
      return (await world.invoices(customerId)).map(({ total }) => total.amount);
    },
  },
  'interim-bill-counts-no-use': {
    today,
    right: ['6.00', '0.00'],
    wrong: ['6.00', '1.00'],
    look: async (world) => {
      const customerId = await reducedCalls(world);
      await world.send(customerId, [{ id: 'a', quantity: '60', at: '2026-01-01T10:00:00Z' }]);
      await world.send(customerId, [{ id: 'b', quantity: '10', at: '2026-01-01T11:00:00Z' }]);
      await world.advance('2026-02-01');
      return (await world.invoices(customerId)).map(({ discount }) => discount.amount);
    },
  },
  'void-forgets-transfer-beside-card': {
    today,
    right: '70.00',
    wrong: '30.00',
    look: async (world) => {
      const pays = await payer(world);
      await paying(pays, 'p1', { amount: '30.00' });
      await transfer(pays, 't1', { amount: '40.00' });
      await keyed(pays, 'v1', { url: `/v1/invoices/${pays.invoiceId}/void`, body: {} });
      return balance(pays);
    },
  },
  'preview-leaves-out-narrow-wallet': {
    today,
    right: '40.00',
    wrong: '70.00',
    look: async (world) => {
      const pays = await payer(world);
      await wallet(pays, 'wide', null);
      await wallet(pays, 'narrow', ['fee']);
      return (await quoteOf(world, pays.customerId, '2026-02-01'))?.due.amount;
    },
  },
  'credit-from-balance-collected': {
    today,
    right: '60.00',
    wrong: '100.00',
    look: async (world) => {
      const pays = await payer(world);
      const { customerId, invoiceId } = pays;
      const mandate = { iban: 'DE89370400440532013000', reference: 'M-1', signedOn: today };
      await world.ok('POST', '/v1/bank/mandates', { customerId, ...mandate });
      await transfer(pays, 't1', { amount: '140.00', invoiceIds: [invoiceId] });
      await world.advance('2026-02-20');
      const file = { url: '/v1/bank/collections', body: { dueUpTo: '2026-02-20' } };
      const { text } = await world.callWith({ 'idempotency-key': 'f1' }, { method: 'POST', ...file });
      return /<InstdAmt[^>]*>([\d.]+)</.exec((JSON.parse(text) as { content: string }).content)?.[1];
    },
  },
  // Bills of the 1st and the 5th: the first one is paid on the 9th, the second one is five days old on the 10th.
  'grace-after-each-payment': {
    today,
    right: ['2026-01-06', '2026-01-10'],
    wrong: ['2026-01-06'],
    look: async (world) => {
      const pays = await reminded(world);
      await world.advance('2026-01-09');
      await transfer(pays, 't1', { amount: '100.00', invoiceIds: [pays.invoiceId] });
      await world.advance('2026-01-10');
      return reminders(pays);
    },
  },
  // Due on the 15th; the note is taken back on the 20th.
  'debt-young-again-after-note': {
    today,
    right: ['2026-01-20'],
    wrong: [],
    look: async (world) => {
      const pays = await payer(world);
      const level = { name: 'reminder', afterDays: 5, suspends: false, fee: null, interestPercent: null };
      const rules = { firstAttempt: 'issue-date', retryDays: [], ageFrom: 'due-date', threshold: null };
      const policy = { ...rules, levels: [level] };
      await world.callWith({}, { method: 'PUT', url: '/v1/dunning-policy', body: policy });
      const body = { part: { kind: 'whole' }, reason: 'goodwill' };
      const note = await keyed(pays, 'n1', { url: `/v1/invoices/${pays.invoiceId}/credit-notes`, body });
      await world.advance('2026-01-20');
      await keyed(pays, 'v1', { url: `/v1/credit-notes/${note.id}/void`, body: {} });
      await world.advance('2026-01-22');
      return reminders(pays);
    },
  },
  'settled-invoices-get-payments': {
    today,
    right: ['100.00', '5.00'],
    wrong: ['100.00', '5.00', '0.00'],
    look: async (world) => {
      const pays = await payer(world);
      await transfer(pays, 't1', { amount: '100.00' });
      await world.advance('2026-02-01');
      await transfer(pays, 't2', { amount: '5.00' });
      type Payments = { payments: { amount: { amount: string } }[] };
      const url = `/v1/payments?customerId=${pays.customerId}`;
      return (await world.ok<Payments>('GET', url)).payments.map(({ amount }) => amount.amount);
    },
  },
  'small-part-under-way-forgotten': {
    today,
    right: [201, 422],
    wrong: [201, 201],
    look: async (world) => {
      const pays = await payer(world, 'stays-pending');
      const first = await paying(pays, 'p1', { amount: '40.00' });
      return [first.status, (await paying(pays, 'p2')).status];
    },
  },
  'surplus-of-prepaid-invoice-lost': {
    today,
    right: [['0.00', '0.00'], '5.00'],
    wrong: [['0.00', '-5.00'], '0.00'],
    look: async (world) => {
      const pays = await payer(world);
      await paying(pays, 'p1');
      await wallet(pays, 'wide', null);
      await world.advance('2026-02-01');
      const february = (await world.invoices(pays.customerId))[1]?.id ?? '';
      await transfer(pays, 't1', { amount: '75.00', invoiceIds: [february] });
      return [await dues(pays), await balance(pays)];
    },
  },
};
