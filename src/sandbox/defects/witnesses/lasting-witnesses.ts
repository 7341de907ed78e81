import { flatFee, type TestWorld } from '../../test-world.ts';
import { accountBalance, balanceOf, creditNote, duesOf, notesOf, voidWith } from './credit-account.ts';
import { billsUntil, happen, perSeat, subscriber, tell } from './subscription-story.ts';
import { paidInvoice, quoteOf, type Witness } from './witness.ts';

const today = '2026-01-01';
const year = { interval: { unit: 'year', count: 1 } };
const level = { suspends: false, fee: null, interestPercent: null };
const policy = {
  firstAttempt: 'issue-date',
  retryDays: [3, 6],
  ageFrom: 'issue-date',
  threshold: null,
  levels: [{ ...level, name: 'reminder', afterDays: 40, interestPercent: '9' }],
};

/** Ada owes EUR 1,000.00 for a year that begins on 1 January 2026. */
async function owing(world: TestWorld, levels: readonly object[] = policy.levels) {
  await world.publish('gold', [flatFee('1000.00')], year);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  const body = { ...policy, levels };
  const { status, text } = await world.call('PUT', '/v1/dunning-policy', body);
  if (status !== 204) throw new Error(text);
  return { customerId, invoiceId: (await world.invoices(customerId))[0]?.id ?? '' };
}

function charge(world: TestWorld, customerId: string, amount: string): Promise<unknown> {
  const body = { customerId, text: 'Training', amount: { amount, currency: 'EUR' }, date: today };
  return world.ok('POST', '/v1/charges', body);
}

async function reviewed(world: TestWorld, customerId: string, days: number): Promise<void> {
  await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'days', days });
}

async function ledgerOf(world: TestWorld, customerId: string): Promise<readonly string[]> {
  type Books = { entries: { date: string; account: string }[] };
  const { entries } = await world.ok<Books>('GET', `/v1/ledger?customerId=${customerId}`);
  return entries.filter(({ account }) => account === 'revenue').map(({ date }) => date);
}

/** What lasts for longer than one step: credit, terms, waiting bills, pauses, and the days of the books. */
export const lastingWitnesses: Readonly<Record<string, Witness>> = {
  'rest-of-credit-forgotten': {
    today,
    right: '70.00',
    wrong: '0.00',
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      await creditNote(world, id, { key: 'n1' });
      await charge(world, customerId, '30.00');
      return balanceOf(world, customerId);
    },
  },
  'late-charge-dated-after-the-review': {
    today,
    right: ['2026-01-01', '2026-02-10'],
    wrong: ['2026-01-01', '2026-02-13'],
    look: async (world) => {
      const { customerId } = await owing(world, [{ ...level, name: 'reminder', afterDays: 40, fee: '5.00' }]);
      await reviewed(world, customerId, 3);
      await world.advance('2026-02-20');
      return (await world.invoices(customerId)).map(({ issueDate }) => issueDate);
    },
  },
  'interest-lost-without-a-fee': {
    today,
    // 26 days after the last day to pay, of EUR 90.00 a year.
    right: ['1000.00', '6.41'],
    wrong: ['1000.00'],
    look: async (world) => {
      const { customerId } = await owing(world);
      await world.advance('2026-02-11');
      return duesOf(world, customerId);
    },
  },
  'decline-by-hand-ends-retries': {
    today,
    right: 4,
    wrong: 2,
    look: async (world) => {
      const { customerId, invoiceId } = await owing(world);
      const method = { behaviour: 'declines-soft', collection: 'automatic' };
      await world.ok('PUT', `/v1/customers/${customerId}/payment-method`, method);
      const body = { invoiceId, amount: { amount: '1000.00', currency: 'EUR' } };
      const headers = { 'idempotency-key': 'by-hand' };
      await world.callWith(headers, { method: 'POST', url: '/v1/payments', body });
      await world.advance('2026-01-20');
      type Payments = { payments: object[] };
      return (await world.ok<Payments>('GET', `/v1/payments?customerId=${customerId}`)).payments.length;
    },
  },
  'void-takes-back-deferred-only': {
    today,
    // 334 of 365 days are not earned at the end of January.
    right: '334.00',
    wrong: '-31.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('365.00')], year);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-02-02');
      await world.ok('POST', '/v1/periods/close', { month: '2026-01-01' });
      await voidWith(world, (await world.invoices(customerId))[0]?.id ?? '', 'v1');
      return accountBalance(world, customerId, 'deferred-revenue');
    },
  },
  'note-taken-back-on-its-own-day': {
    today,
    right: ['2026-01-01', '2026-01-01', '2026-01-20'],
    wrong: ['2026-01-01', '2026-01-01', '2026-01-01'],
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      await creditNote(world, id, { key: 'n1' });
      await world.advance('2026-01-20');
      const [note] = await notesOf(world, customerId);
      const url = `/v1/credit-notes/${note?.id}/void`;
      await world.callWith({ 'idempotency-key': 'v1' }, { method: 'POST', url, body: {} });
      return ledgerOf(world, customerId);
    },
  },
  'preview-beside-a-draft-takes-a-number': {
    today,
    right: ['INV-000001', 'INV-000002'],
    wrong: ['INV-000001', 'INV-000003'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await reviewed(world, customerId, 5);
      await world.advance('2026-02-02');
      await quoteOf(world, customerId, '2026-03-01');
      await world.advance('2026-02-10');
      type Numbered = { invoices: { number: string }[] };
      const { invoices } = await world.ok<Numbered>('GET', `/v1/invoices?customerId=${customerId}`);
      return invoices.map(({ number }) => number);
    },
  },
  'preview-drops-coupon-on-its-last-day': {
    today,
    right: '90.00',
    wrong: '100.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('100.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await world.ok('POST', '/v1/coupons', {
        code: 'TEN',
        value: { kind: 'amount', amount: '10.00', currency: 'EUR' },
        scope: { kind: 'invoice' },
        redeemBy: null,
        validUntil: '2026-02-01',
        invoicesMax: null,
        redemptionsMax: null,
      });
      const url = `/v1/customers/${customerId}/coupons`;
      const body = { code: 'TEN', subscriptionId: null };
      await world.callWith({ 'idempotency-key': 'r1' }, { method: 'POST', url, body });
      return (await quoteOf(world, customerId, '2026-02-01'))?.total.amount;
    },
  },
  'leaving-bills-the-pause': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-11 -20.00'],
    wrong: ['04-01 30.00', '04-11 -20.00', '04-20 20.00', '04-20 -11.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const { customerId, id } = await subscriber(world, 'basic', { start: '2026-04-01' });
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await happen(world, id, { act: 'cancel', on: '2026-04-20' });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'changed-add-on-gives-nothing-back': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-01 9.00', '04-11 6.00', '04-21 -6.00'],
    wrong: ['04-01 30.00', '04-01 9.00', '04-11 6.00'],
    look: async (world) => {
      for (const [plan, amount] of [
        ['basic', '30.00'],
        ['small', '9.00'],
        ['large', '18.00'],
      ] as const)
        await world.publish(plan, [flatFee(amount)]);
      const { customerId, id: addOnTo } = await subscriber(world, 'basic', { start: '2026-04-01' });
      const order = { key: 's2', start: '2026-04-01', addOnTo };
      const id = await world.subscribe(customerId, 'small', order);
      await happen(world, id, { act: 'change', on: '2026-04-11', body: { plan: 'large' } });
      await world.advance('2026-04-21');
      await tell(world, id, { act: 'cancel', on: '2026-04-21' });
      return billsUntil(world, customerId, '2026-04-30');
    },
  },
  'undone-end-ends-the-pause': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-11 -20.00'],
    wrong: ['04-01 30.00', '04-11 -20.00', '04-15 20.00', '05-01 30.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const { customerId, id } = await subscriber(world, 'basic', { start: '2026-04-01' });
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await tell(world, id, { act: 'cancel' });
      await world.advance('2026-04-15');
      await tell(world, id, { act: 'undo', body: { what: 'cancellation' } });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'seats-for-cents-not-charged': {
    today: '2026-04-01',
    right: ['04-01 6.00', '04-30 0.20', '05-01 12.00'],
    wrong: ['04-01 6.00', '05-01 12.00'],
    look: async (world) => {
      await world.publish('team', [perSeat]);
      const { customerId, id } = await subscriber(world, 'team', { start: '2026-04-01' });
      await happen(world, id, { act: 'quantity', on: '2026-04-30', body: { quantity: '2' } });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'charge-by-hand-due-at-once': {
    today,
    right: '2026-01-15',
    wrong: '2026-01-01',
    look: async (world) => {
      const customerId = await world.customer();
      await charge(world, customerId, '30.00');
      return (await world.invoices(customerId))[0]?.dueDate;
    },
  },
  'final-by-hand-due-at-once': {
    today,
    right: ['2026-01-15', '2026-02-15'],
    wrong: ['2026-01-15', '2026-02-01'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await reviewed(world, customerId, 5);
      await world.advance('2026-02-01');
      type Drafts = { drafts: { id: string }[] };
      const { drafts } = await world.ok<Drafts>('GET', `/v1/drafts?customerId=${customerId}`);
      const url = `/v1/drafts/${drafts[0]?.id}/finalise`;
      await world.callWith({ 'idempotency-key': 'f1' }, { method: 'POST', url, body: {} });
      return (await world.invoices(customerId)).map(({ dueDate }) => dueDate);
    },
  },
};
