import { flatFee, type TestWorld } from '../../test-world.ts';
import { bookTotals } from './book-totals.ts';
import { basicFromApril, happen } from './subscription-story.ts';
import type { Witness } from './witness.ts';

/** Bills that wait: EUR 10.00 a month in advance and EUR 1.00 a call; the bill of February is a draft. */
export const draftWitnesses: Readonly<Record<string, Witness>> = {
  'draft-takes-a-number': {
    today: '2026-01-01',
    right: ['INV-000001', 'INV-000002'],
    wrong: ['INV-000001', 'INV-000003'],
    look: async (world) => {
      const customerId = await inReview(world);
      await finaliseFirst(world, customerId, 'f1');
      return (await issued(world, customerId)).map(({ number }) => number);
    },
  },
  'draft-shuts-out-usage': {
    today: '2026-01-01',
    right: '15.00',
    wrong: '10.00',
    look: async (world) => {
      const customerId = await inReview(world);
      await world.send(customerId, [{ id: 'e1', quantity: '5', at: '2026-01-20T12:00:00Z' }]);
      await finaliseFirst(world, customerId, 'f1');
      return (await world.invoices(customerId))[1]?.total.amount;
    },
  },
  'draft-dated-as-made': {
    today: '2026-01-01',
    right: ['2026-01-01', '2026-02-10'],
    wrong: ['2026-01-01', '2026-02-01'],
    look: async (world) => {
      const customerId = await inReview(world);
      await world.advance('2026-02-10');
      await finaliseFirst(world, customerId, 'f1');
      return (await world.invoices(customerId)).map(({ issueDate }) => issueDate);
    },
  },
  'draft-never-final': {
    today: '2026-01-01',
    right: ['2026-01-01', '2026-02-04'],
    wrong: ['2026-01-01'],
    look: threeDaysLater,
  },
  'draft-final-a-day-early': {
    today: '2026-01-01',
    right: ['2026-01-01', '2026-02-04'],
    wrong: ['2026-01-01', '2026-02-03'],
    look: threeDaysLater,
  },
  'draft-finalised-twice': {
    today: '2026-01-01',
    right: 2,
    wrong: 3,
    look: async (world) => {
      const customerId = await inReview(world);
      const draftId = await firstDraft(world, customerId);
      await finalise(world, draftId, 'f1');
      await finalise(world, draftId, 'f2');
      return (await world.invoices(customerId)).length;
    },
  },
  'draft-leaves-items-open': {
    today: '2026-01-01',
    right: 1,
    wrong: 2,
    look: async (world) => {
      const customerId = await inReview(world);
      await world.ok('POST', '/v1/bill-runs', { date: '2026-02-01' });
      return (await drafts(world, customerId)).length;
    },
  },
  'left-while-drafted-credited-later': {
    today: '2026-04-01',
    // What is given back of May is a draft as well.
    right: ['-15.48'],
    wrong: [],
    look: async (world) => {
      const { id, customerId } = await basicFromApril(world);
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'by-hand' });
      await happen(world, id, { act: 'cancel', on: '2026-05-16' });
      await finaliseFirst(world, customerId, 'f1');
      return (await drafts(world, customerId)).map(({ total }) => total.amount);
    },
  },
  'draft-posted-at-once': {
    today: '2026-01-01',
    right: { debit: '10.00', credit: '10.00' },
    wrong: { debit: '20.00', credit: '20.00' },
    look: async (world) => bookTotals(world, await inReview(world)),
  },
};

async function inReview(world: TestWorld, review: object = { kind: 'by-hand' }): Promise<string> {
  const usage = {
    kind: 'usage',
    code: 'calls',
    meter: 'calls',
    price: { kind: 'per-unit', unit: '1.00' },
  } as const;
  await world.publish('gold', [flatFee('10.00'), usage]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, review);
  await world.advance('2026-02-01');
  return customerId;
}

async function threeDaysLater(world: TestWorld): Promise<readonly string[]> {
  const customerId = await inReview(world, { kind: 'days', days: 3 });
  await world.advance('2026-02-10');
  return (await world.invoices(customerId)).map(({ issueDate }) => issueDate);
}

async function drafts(world: TestWorld, customerId: string) {
  return (
    await world.ok<{ drafts: { id: string; total: { amount: string } }[] }>(
      'GET',
      `/v1/drafts?customerId=${customerId}`,
    )
  ).drafts;
}

async function firstDraft(world: TestWorld, customerId: string): Promise<string> {
  return (await drafts(world, customerId))[0]?.id ?? '';
}

async function finaliseFirst(world: TestWorld, customerId: string, key: string): Promise<void> {
  await finalise(world, await firstDraft(world, customerId), key);
}

async function finalise(world: TestWorld, draftId: string, key: string): Promise<void> {
  const request = { method: 'POST', url: `/v1/drafts/${draftId}/finalise`, body: {} } as const;
  await world.callWith({ 'idempotency-key': key }, request);
}

async function issued(world: TestWorld, customerId: string) {
  return (await world.ok<{ invoices: { number: string }[] }>('GET', `/v1/invoices?customerId=${customerId}`))
    .invoices;
}
