import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { paidInvoice, type Witness } from './witness.ts';

/** What others are told and what they can read, also at the same time. */
export const channelWitnesses: Readonly<Record<string, Witness>> = {
  'event-told-twice': {
    today: '2026-01-01',
    right: ['invoice.finalised signed', 'subscription.started signed'],
    wrong: [
      'invoice.finalised signed',
      'invoice.finalised signed',
      'subscription.started signed',
      'subscription.started signed',
    ],
    look: (world) => deliveriesOf(world, { failFirst: 0 }),
  },
  'failed-delivery-not-repeated': {
    today: '2026-01-01',
    right: ['invoice.finalised signed', 'subscription.started signed', 'subscription.started signed'],
    wrong: ['invoice.finalised signed', 'subscription.started signed'],
    look: (world) => deliveriesOf(world, { failFirst: 1 }),
  },
  'signature-of-another-body': {
    today: '2026-01-01',
    right: ['invoice.finalised signed', 'subscription.started signed'],
    wrong: ['invoice.finalised not signed', 'subscription.started not signed'],
    look: (world) => deliveriesOf(world, { failFirst: 0 }),
  },
  'foreign-invoice-readable': {
    today: '2026-01-01',
    right: 404,
    wrong: 200,
    look: async (world) => {
      const { id } = await paidInvoice(world, 'EUR', '10.00');
      const other = { name: 'other', runId: 'run', today: '2026-01-01' };
      const { apiKey } = await world.ok<{ apiKey: string }>('POST', '/v1/tenants', other);
      const headers = { authorization: `Bearer ${apiKey}` };
      return (await world.callWith(headers, { method: 'GET', url: `/v1/invoices/${id}` })).status;
    },
  },
  'name-escaped-twice': {
    today: '2026-01-01',
    right: true,
    wrong: false,
    look: async (world) => {
      const { id } = await paidInvoice(world, 'EUR', '10.00');
      const { text } = await world.call('GET', `/console/tenants/${world.tenantId}/invoices/${id}`);
      return text.includes('>Ada &amp; Sons<');
    },
  },
  'list-shows-one-period': {
    today: '2026-01-01',
    right: ['2026-01-01', '2026-02-01'],
    wrong: ['2026-01-01', '2026-01-01'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-02-01');
      return (await world.invoices(customerId)).map((invoice) => invoice.lines[0]?.period.from);
    },
  },
  'list-balance-stale': {
    today: '2026-01-01',
    right: ['0.00', '0.00'],
    wrong: ['0.00', '10.00'],
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '10.00');
      const read = await world.ok<{ due: { amount: string } }>('GET', `/v1/invoices/${id}`);
      return [read.due.amount, (await world.invoices(customerId))[0]?.due.amount];
    },
  },
  'requests-missing-in-log': {
    today: '2026-01-01',
    right: 30,
    wrong: 29,
    look: async (world) => {
      const { id } = await paidInvoice(world, 'EUR', '10.00');
      for (let read = 0; read < 30; read += 1) await world.ok('GET', `/v1/invoices/${id}`);
      const log = '/v1/request-log?operation=invoice.read';
      return (await world.ok<{ count: number }>('GET', log)).count;
    },
  },
  'bill-run-stops-all-else': {
    today: '2026-01-01',
    right: 'at once',
    wrong: 'after the run',
    look: async (world) => {
      const begun = performance.now();
      await billRun(world);
      return performance.now() - begun < 490 ? 'at once' : 'after the run';
    },
  },
  'bill-run-locks-others-out': {
    today: '2026-01-01',
    right: [200, 200],
    wrong: [500, 200],
    look: async (world) => {
      const { id } = await paidInvoice(world, 'EUR', '10.00');
      await billRun(world);
      const meanwhile = await world.call('GET', `/v1/invoices/${id}`);
      await pause(150);
      return [meanwhile.status, (await world.call('GET', `/v1/invoices/${id}`)).status];
    },
  },
};

async function billRun(world: TestWorld): Promise<void> {
  await world.ok('POST', '/v1/bill-runs', { date: '2026-01-01' });
}

/** Of a first order: what its two events were told as, until nothing more came. */
async function deliveriesOf(
  world: TestWorld,
  { failFirst }: { readonly failFirst: number },
): Promise<readonly string[]> {
  const received: { readonly body: string; readonly signature: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    received.push({ body, signature: String(request.headers['sandbox-signature']) });
    response.writeHead(received.length <= failFirst ? 503 : 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const endpoint = { url: `http://127.0.0.1:${port}/` };
    const { secret } = await world.ok<{ secret: string }>('POST', '/v1/webhooks', endpoint);
    await world.publish('gold', [flatFee('10.00')]);
    await world.subscribe(await world.customer(), 'gold');
    for (let before = -1; received.length === 0 || received.length > before; await pause(300)) {
      before = received.length;
    }
    return received.map((delivery) => told(delivery, secret)).toSorted();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function told(delivery: { readonly body: string; readonly signature: string }, secret: string): string {
  const [, time = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(delivery.signature) ?? [];
  const expected = createHmac('sha256', secret).update(`${time}.${delivery.body}`).digest('hex');
  const { kind } = JSON.parse(delivery.body) as { kind: string };
  return `${kind} ${mac === expected ? 'signed' : 'not signed'}`;
}
