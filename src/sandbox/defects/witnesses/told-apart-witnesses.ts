import { flatFee, type TestWorld } from '../../test-world.ts';
import { balanceOf, creditNote, fill, notesOf, walletBalances } from './credit-account.ts';
import { due, keyed, news, type Payer, payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';
const levels = [{ name: 'first', afterDays: 3, suspends: true, fee: null, interestPercent: null }];
const policy = { firstAttempt: 'due-date', retryDays: [], ageFrom: 'due-date', threshold: null, levels };

/** What looks alike, what is over, and what was settled in another way. */
export const toldApartWitnesses: Readonly<Record<string, Witness>> = {
  'money-of-closed-customer-stands-still': {
    today,
    right: [201, '0.00'],
    wrong: [404, '100.00'],
    look: async (world) => {
      const owing = await payer(world);
      await world.call('POST', `/v1/customers/${owing.customerId}/closing`, { unpaid: 'stays' });
      const { status } = await paying(owing, 'a');
      return [status, await due(owing)];
    },
  },
  'pending-news-taken-for-decline': {
    today,
    right: '0.00',
    wrong: '100.00',
    look: async (world) => {
      const owing = await payer(world, 'stays-pending');
      const { id: paymentId } = await paying(owing, 'a');
      for (const outcome of ['pending', 'succeeded']) await news(owing, { id: outcome, paymentId, outcome });
      return due(owing);
    },
  },
  'decision-for-all-of-one-amount': {
    today,
    // EUR 40.00 of twice as much are decided.
    right: '60.00',
    wrong: '20.00',
    look: async (world) => {
      const owing = await payer(world, 'stays-pending');
      const { id: paymentId } = await paying(owing, 'a', { amount: '40.00' });
      await paying(owing, 'b', { amount: '40.00' });
      await news(owing, { id: 'n', paymentId, outcome: 'succeeded' });
      return due(owing);
    },
  },
  'found-money-pays-paid-invoice': {
    today,
    right: ['0.00', '0.00', '0.00'],
    wrong: ['0.00', '100.00', '100.00'],
    look: async (world) => {
      const owing = await payer(world);
      await paying(owing, 'a');
      await world.advance('2026-02-01');
      const line = 'B1,2026-02-01,100.00,EUR,thank you,Ada';
      const content = `reference,booked,amount,currency,text,name\n${line}\n`;
      await world.call('POST', '/v1/bank/statements', { content });
      const { customerId } = owing;
      await world.call('POST', '/v1/bank/applications', { reference: 'B1', customerId });
      const dues = (await world.invoices(customerId)).map((invoice) => invoice.due.amount);
      return [...dues, await balanceOf(world, customerId)];
    },
  },
  'refund-of-one-amount-once': {
    today,
    right: ['30.00', '30.00'],
    wrong: ['30.00'],
    look: async (world) => {
      const paid = await payer(world);
      const { id } = await paying(paid, 'a');
      const amount = { amount: '30.00', currency: 'EUR' };
      for (const key of ['b', 'c'])
        await keyed(paid, key, { url: `/v1/payments/${id}/refunds`, body: { amount } });
      type Refunds = { refunds: { amount: { amount: string } }[] };
      const { refunds } = await world.ok<Refunds>('GET', `/v1/refunds?customerId=${paid.customerId}`);
      return refunds.map((refund) => refund.amount.amount);
    },
  },
  'movement-of-one-amount-once': {
    today,
    right: ['80.00'],
    wrong: ['40.00'],
    look: async (world) => {
      const customerId = await world.customer();
      const id = await fill(world, customerId, { credits: '40' });
      const url = `/v1/wallets/${id}/top-up`;
      await world.callWith({ 'idempotency-key': 't' }, { method: 'POST', url, body: { credits: '40' } });
      return walletBalances(world, customerId);
    },
  },
  'bills-paid-by-balance-dunned': {
    today,
    right: false,
    wrong: true,
    look: async (world) => {
      const customerId = await beforehand(world, '100.00');
      await world.call('PUT', '/v1/dunning-policy', policy);
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-01-25');
      type State = { isSuspended: boolean };
      return (await world.ok<State>('GET', `/v1/customers/${customerId}/dunning`)).isSuspended;
    },
  },
  'note-taken-back-by-what-was-given': {
    today,
    // EUR 30.00 of the 100.00 that the note gave are used.
    right: [409, '70.00'],
    wrong: [201, '-30.00'],
    look: async (world) => {
      const paid = await credited(world);
      await charged(paid);
      return [await takenBack(paid), await balanceOf(world, paid.customerId)];
    },
  },
  'used-note-stays-for-ever': {
    today,
    // EUR 40.00 came beside it, of which EUR 30.00 are used.
    right: [201, '10.00'],
    wrong: [409, '110.00'],
    look: async (world) => {
      const paid = await credited(world);
      await received(paid, '40.00');
      await charged(paid);
      return [await takenBack(paid), await balanceOf(world, paid.customerId)];
    },
  },
  'balance-use-booked-on-due-day': {
    today,
    right: ['2026-01-01'],
    wrong: ['2026-01-01', '2026-01-15'],
    look: async (world) => {
      const customerId = await beforehand(world, '40.00');
      await world.subscribe(customerId, 'gold');
      type Books = { entries: { date: string }[] };
      const { entries } = await world.ok<Books>('GET', `/v1/ledger?customerId=${customerId}`);
      return [...new Set(entries.map(({ date }) => date))];
    },
  },
  'upgrade-numbers-all-as-one-series': {
    today,
    right: ['INV-000001', 'INV-000002', 'AT-000001', 'AT-000002'],
    wrong: ['INV-000001', 'INV-000003', 'AT-000001', 'AT-000003'],
    look: async (world) => {
      const { customerId } = await payer(world);
      const entity = { key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' };
      await world.call('POST', '/v1/legal-entities', entity);
      const other = await world.customer({ key: 'c2' });
      await world.call('POST', `/v1/customers/${other}/legal-entity`, { key: 'at' });
      await world.subscribe(other, 'gold', { key: 's2' });
      await world.call('POST', '/v1/upgrade');
      await world.advance('2026-02-01');
      type Numbered = { invoices: { number: string }[] };
      const numbersOf = async (id: string) =>
        (await world.ok<Numbered>('GET', `/v1/invoices?customerId=${id}`)).invoices.map((one) => one.number);
      return [...(await numbersOf(customerId)), ...(await numbersOf(other))];
    },
  },
  'name-traced-as-it-was': {
    today,
    right: true,
    wrong: false,
    look: async (world) => {
      const customerId = await world.customer();
      await world.call('PUT', `/v1/customers/${customerId}/name`, { name: 'Grace', version: 1 });
      type Trail = { entries: { after: string | null }[] };
      const { entries } = await world.ok<Trail>('GET', '/v1/audit');
      return entries.at(-1)?.after?.includes('Grace');
    },
  },
};

/** Ada has paid her invoice of EUR 100.00, and has all of it to her credit. */
async function credited(world: TestWorld): Promise<Payer> {
  const paid = await payer(world);
  await paying(paid, 'a');
  await creditNote(world, paid.invoiceId, { key: 'n' });
  return paid;
}

async function received(paid: Payer, amount: string): Promise<void> {
  const body = { customerId: paid.customerId, amount: { amount, currency: 'EUR' }, invoiceIds: null };
  await keyed(paid, 'r', { url: '/v1/receipts', body });
}

async function charged(paid: Payer): Promise<void> {
  const amount = { amount: '30.00', currency: 'EUR' };
  const body = { customerId: paid.customerId, text: 'Training', amount, date: today };
  await keyed(paid, 'c', { url: '/v1/charges', body });
}

async function takenBack({ world, customerId }: Payer): Promise<number> {
  const [note] = await notesOf(world, customerId);
  const url = `/v1/credit-notes/${note?.id}/void`;
  return (await world.callWith({ 'idempotency-key': 'b' }, { method: 'POST', url })).status;
}

/** A customer who sent money before anything was billed. */
async function beforehand(world: TestWorld, amount: string): Promise<string> {
  await world.publish('gold', [flatFee('100.00')]);
  const customerId = await world.customer();
  await received({ world, customerId, invoiceId: '' }, amount);
  return customerId;
}
