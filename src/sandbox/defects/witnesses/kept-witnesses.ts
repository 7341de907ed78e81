import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { accountBalance, creditNote, notesOf } from './credit-account.ts';
import { due, type Payer, payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';

/** What was once written, asked or promised counts the same later on. */
export const keptWitnesses: Readonly<Record<string, Witness>> = {
  'note-for-all-leaves-commitment-out': {
    today,
    // EUR 40.00 of February and the 30.00 at least of January's calls.
    right: ['70.00'],
    wrong: ['40.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('40.00'), { ...perCall('0.10'), minimum: '30.00' } as Charge]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-02-01');
      const id = (await world.invoices(customerId))[1]?.id ?? '';
      await creditNote(world, id, { key: 'a' });
      return (await notesOf(world, customerId)).map(({ total }) => total.amount);
    },
  },
  'note-taken-back-stops-service': {
    today,
    right: false,
    wrong: true,
    look: async (world) => {
      const owing = await payer(world);
      const levels = [{ name: 'first', afterDays: 3, suspends: false, fee: null, interestPercent: null }];
      const policy = {
        firstAttempt: 'due-date',
        retryDays: [],
        ageFrom: 'due-date',
        threshold: null,
        levels,
      };
      await world.call('PUT', '/v1/dunning-policy', policy);
      await world.advance('2026-01-25');
      await paying(owing, 'a');
      await creditNote(world, owing.invoiceId, { key: 'n', net: '10.00' });
      const [note] = await notesOf(world, owing.customerId);
      await world.callWith(
        { 'idempotency-key': 'b' },
        { method: 'POST', url: `/v1/credit-notes/${note?.id}/void` },
      );
      type State = { isSuspended: boolean };
      return (await world.ok<State>('GET', `/v1/customers/${owing.customerId}/dunning`)).isSuspended;
    },
  },
  'entry-valued-at-first-of-its-month': {
    today,
    // USD 10.00 on 12 January, at 0.95 since the 10th, and not at 0.9.
    right: ['9.50', '9.50'],
    wrong: ['9.00', '9.00'],
    look: async (world) => {
      const entity = { key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' };
      await world.ok('POST', '/v1/legal-entities', entity);
      const customerId = await world.customer({ currency: 'USD' });
      await world.ok('POST', `/v1/customers/${customerId}/legal-entity`, { key: 'at' });
      for (const [effectiveFrom, rate] of [
        ['2025-12-20', '0.9'],
        ['2026-01-10', '0.95'],
      ]) {
        const pair = { from: 'USD', to: 'EUR', source: 'ECB' };
        await world.ok('POST', '/v1/exchange-rates', { ...pair, effectiveFrom, rate });
      }
      await world.advance('2026-01-20');
      const amount = { amount: '10.00', currency: 'USD' };
      const lines = [
        { account: 'bad-debt', side: 'debit', amount },
        { account: 'revenue', side: 'credit', amount },
      ];
      await world.ok('POST', '/v1/journals', { customerId, date: '2026-01-12', lines });
      type Values = { values: { amount: { amount: string } }[] };
      const { values } = await world.ok<Values>('GET', `/v1/book-values?customerId=${customerId}`);
      return values.map((value) => value.amount.amount);
    },
  },
  'note-end-takes-first-note-out-of-books': {
    today,
    // EUR 100.00 less the note of 10.00 that stays; in the books that of 30.00 stays.
    right: '-90.00',
    wrong: '-70.00',
    look: async (world) => {
      const { customerId, invoiceId } = await payer(world);
      for (const [key, net] of [
        ['a', '10.00'],
        ['b', '30.00'],
      ] as const)
        await creditNote(world, invoiceId, { key, net });
      const later = (await notesOf(world, customerId))[1]?.id;
      const url = `/v1/credit-notes/${later}/void`;
      await world.callWith({ 'idempotency-key': 'c' }, { method: 'POST', url });
      return accountBalance(world, customerId, 'receivables');
    },
  },
  'reason-of-note-cut': {
    today,
    right: ['agreed with the customer on the telephone, twice'],
    wrong: ['agreed with the customer on the telephon'],
    look: async (world) => {
      const { customerId, invoiceId } = await payer(world);
      const url = `/v1/invoices/${invoiceId}/credit-notes`;
      const body = { part: { kind: 'whole' }, reason: 'agreed with the customer on the telephone, twice' };
      await world.callWith({ 'idempotency-key': 'a' }, { method: 'POST', url, body });
      type Notes = { creditNotes: { reason: string }[] };
      const { creditNotes } = await world.ok<Notes>('GET', `/v1/credit-notes?customerId=${customerId}`);
      return creditNotes.map(({ reason }) => reason);
    },
  },
  'refund-traced-as-payment': {
    today,
    right: 'POST /v1/payments/:paymentId/refunds',
    wrong: 'POST /v1/payments',
    look: async (world) => {
      const paid = await payer(world);
      await paying(paid, 'a');
      await refunded(paid);
      type Trail = { entries: { action: string }[] };
      return (await world.ok<Trail>('GET', '/v1/audit')).entries.at(-1)?.action;
    },
  },
  'three-digits-read-as-thousands': {
    today,
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const owing = await payer(world);
      const heading = 'reference,booked,amount,currency,text,name';
      const content = `${heading}\nB1,2026-01-01,7.500,EUR,INV-000001,N`;
      await world.ok('POST', '/v1/bank/statements', { content });
      return due(owing);
    },
  },
  'upgrade-dates-refunds-as-payments': {
    today,
    right: ['2026-01-05'],
    wrong: ['2026-01-01'],
    look: async (world) => {
      const paid = await payer(world);
      await paying(paid, 'a');
      await world.advance('2026-01-05');
      await refunded(paid);
      await world.ok('POST', '/v1/upgrade');
      type Refunds = { refunds: { date: string }[] };
      const { refunds } = await world.ok<Refunds>('GET', `/v1/refunds?customerId=${paid.customerId}`);
      return refunds.map(({ date }) => date);
    },
  },
  'keys-of-last-two-hundred-kept': {
    today,
    right: 202,
    wrong: 203,
    look: async (world) => {
      const customerId = await world.customer();
      for (let number = 0; number <= 201; number += 1) await charged(world, customerId, `k${number}`);
      await charged(world, customerId, 'k0');
      return (await world.invoices(customerId)).length;
    },
  },
};

async function refunded({ world, customerId }: Payer): Promise<void> {
  type Payments = { payments: { id: string }[] };
  const { payments } = await world.ok<Payments>('GET', `/v1/payments?customerId=${customerId}`);
  const url = `/v1/payments/${payments[0]?.id}/refunds`;
  const body = { amount: { amount: '10.00', currency: 'EUR' } };
  await world.callWith({ 'idempotency-key': 'back' }, { method: 'POST', url, body });
}

async function charged(world: TestWorld, customerId: string, key: string): Promise<void> {
  const body = { customerId, text: 'Training', amount: { amount: '5.00', currency: 'EUR' }, date: today };
  await world.callWith({ 'idempotency-key': key }, { method: 'POST', url: '/v1/charges', body });
}
