import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { keyed, payer, paying } from './payer.ts';
import { paidInvoice, type Witness } from './witness.ts';

/** What others are told of money, what is written down of who did what, and months that were reported. */
export const newsWitnesses: Readonly<Record<string, Witness>> = {
  'invoice-of-nothing-untold': {
    today: '2026-01-01',
    right: ['invoice.finalised'],
    wrong: [],
    look: async (world) => {
      const { customerId } = await payer(world);
      const discount = { code: 'ALL', kind: 'percent', percent: '100' };
      await world.ok('POST', `/v1/customers/${customerId}/discounts`, discount);
      return toldWhile(world, () => world.advance('2026-02-01'));
    },
  },
  'closing-tells-nobody-of-notes': {
    today: '2026-01-01',
    right: ['credit-note.issued'],
    wrong: [],
    look: async (world) => {
      const { customerId } = await payer(world);
      const closing = { unpaid: 'credited' };
      return toldWhile(world, () => world.ok('POST', `/v1/customers/${customerId}/closing`, closing));
    },
  },
  'refund-told-as-payment': {
    today: '2026-01-01',
    right: ['payment.succeeded'],
    wrong: ['payment.succeeded', 'payment.succeeded'],
    look: async (world) => {
      const pays = await payer(world);
      return toldWhile(world, async () => {
        const { id } = await paying(pays, 'p1');
        const amount = { amount: '30.00', currency: 'EUR' };
        await keyed(pays, 'r1', { url: `/v1/payments/${id}/refunds`, body: { amount } });
      });
    },
  },
  'undecided-payment-told-as-money': {
    today: '2026-01-01',
    right: [],
    wrong: ['payment.succeeded'],
    look: async (world) => {
      const pays = await payer(world, 'stays-pending');
      return toldWhile(world, () => paying(pays, 'p1'));
    },
  },
  'draft-told-as-invoice': {
    today: '2026-01-01',
    right: [],
    wrong: ['invoice.finalised'],
    look: async (world) => {
      const { customerId } = await payer(world);
      const review = { kind: 'by-hand' };
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, review);
      return toldWhile(world, () => world.advance('2026-02-01'));
    },
  },
  'bank-leaves-no-trace': {
    today: '2026-01-01',
    right: ['POST /v1/bank/mandates'],
    wrong: [],
    look: async (world) => {
      const customerId = await world.customer();
      const mandate = { iban: 'DE89370400440532013000', reference: 'M1', signedOn: '2026-01-01' };
      await world.ok('POST', '/v1/bank/mandates', { customerId, ...mandate });
      const { entries } = await world.ok<{ entries: { action: string }[] }>('GET', '/v1/audit');
      return entries.map(({ action }) => action).filter((action) => action.includes('bank'));
    },
  },
  'money-booked-on-the-first': {
    today: '2026-01-15',
    right: ['2026-01-15'],
    wrong: ['2026-01-01'],
    look: async (world) => {
      const { customerId } = await paidInvoice(world, 'EUR', '31.00');
      return daysOf(world, customerId, 'cash');
    },
  },
  'charge-booked-for-its-day': {
    today: '2026-01-15',
    right: ['2026-01-15'],
    wrong: ['2026-01-20'],
    look: async (world) => {
      const customerId = await world.customer();
      const amount = { amount: '5.00', currency: 'EUR' };
      const body = { customerId, text: 'Training', amount, date: '2026-01-20' };
      await world.callWith({ 'idempotency-key': 'c1' }, { method: 'POST', url: '/v1/charges', body });
      return daysOf(world, customerId, 'receivables');
    },
  },
  'vat-id-without-letters-at-the-end': {
    today: '2026-01-15',
    right: '0.00',
    wrong: '23.00',
    look: async (world) => {
      await world.ok('POST', '/v1/seller', { country: 'DE', region: null });
      await world.ok('POST', '/v1/tax-rates', { country: 'IE', ratePercent: '23', from: '2020-01-01' });
      await world.publish('gold', [flatFee('100.00')]);
      const customerId = await world.customer({ country: 'IE', vatId: 'IE6433435F' });
      await world.subscribe(customerId, 'gold', { start: '2026-01-15' });
      return (await world.invoices(customerId))[0]?.tax.amount;
    },
  },
  'replacement-dated-as-the-void': {
    today: '2026-01-01',
    right: ['2026-01-01', '2026-01-08'],
    wrong: ['2026-01-01', '2026-01-01'],
    look: async (world) => {
      const { customerId, invoiceId } = await payer(world);
      await world.advance('2026-01-08');
      for (const act of ['void', 'rebill']) {
        const url = `/v1/invoices/${invoiceId}/${act}`;
        const body = act === 'void' ? {} : { without: [] };
        await world.callWith({ 'idempotency-key': act }, { method: 'POST', url, body });
      }
      return (await world.invoices(customerId)).map(({ issueDate }) => issueDate);
    },
  },
  'trail-does-not-say-which-invoice': {
    today: '2026-01-01',
    right: true,
    wrong: false,
    look: async (world) => {
      const { invoiceId } = await payer(world);
      const request = { method: 'POST', url: `/v1/invoices/${invoiceId}/write-off`, body: {} } as const;
      await world.callWith({ 'idempotency-key': 'w1' }, request);
      const { entries } = await world.ok<{ entries: { objectId: string }[] }>('GET', '/v1/audit');
      return entries.at(-1)?.objectId === invoiceId;
    },
  },
  'write-off-into-closed-month': {
    today: '2026-01-15',
    right: ['2026-02-05'],
    wrong: ['2026-01-15'],
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold', { start: '2026-01-15' });
      await world.advance('2026-02-05');
      await world.ok('POST', '/v1/periods/close', { month: '2026-01-01' });
      const [invoice] = await world.invoices(customerId);
      const request = { method: 'POST', url: `/v1/invoices/${invoice?.id}/write-off`, body: {} } as const;
      await world.callWith({ 'idempotency-key': 'w1' }, request);
      return daysOf(world, customerId, 'bad-debt');
    },
  },
};

/** The days on which something was booked there. */
async function daysOf(world: TestWorld, customerId: string, wanted: string): Promise<readonly string[]> {
  const { entries } = await world.ok<{ entries: { account: string; date: string }[] }>(
    'GET',
    `/v1/ledger?customerId=${customerId}`,
  );
  return entries.flatMap(({ account, date }) => (account === wanted ? [date] : []));
}

/** The kinds of the events of which a receiver is told, until nothing more comes. */
async function toldWhile(world: TestWorld, act: () => Promise<unknown>): Promise<readonly string[]> {
  const kinds: string[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    kinds.push((JSON.parse(body) as { kind: string }).kind);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await world.ok('POST', '/v1/webhooks', { url: `http://127.0.0.1:${port}/` });
    await act();
    for (let before = -1; kinds.length > before; await pause(300)) before = kinds.length;
    return kinds.toSorted();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
