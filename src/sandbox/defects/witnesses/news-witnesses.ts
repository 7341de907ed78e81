import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

/** What others are told of money, what is written down of who did what, and months that were reported. */
export const newsWitnesses: Readonly<Record<string, Witness>> = {
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
      const { entries } = await world.ok<{ entries: { account: string; date: string }[] }>(
        'GET',
        `/v1/ledger?customerId=${customerId}`,
      );
      return entries.flatMap(({ account, date }) => (account === 'bad-debt' ? [date] : []));
    },
  },
};

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
