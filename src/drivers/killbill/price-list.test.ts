import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PlanVersion } from '../../model/billing/catalog.ts';
import { localDate } from '../../model/date.ts';
import { KillBillCalls } from './calls.ts';
import { connect } from './connection.ts';
import { PriceList } from './price-list.ts';
import { tenantOf } from './tenant.ts';

/** A server that takes any catalog, and keeps those that are in force. */
const uploaded: string[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (request.method === 'DELETE') uploaded.length = 0;
  else uploaded.push(Buffer.concat(chunks).toString());
  response.writeHead(request.method === 'DELETE' ? 204 : 201).end();
});
let calls: KillBillCalls;

beforeAll(async () => {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const address = { url: `http://127.0.0.1:${port}`, options: {} };
  const wire = { intent: async () => '', outcome: () => undefined, exchange: () => undefined };
  calls = new KillBillCalls(connect(address, tenantOf('price-list'), wire), 'price-list');
});
afterAll(async () => {
  await calls.close();
  server.close();
});
beforeEach(() => {
  uploaded.length = 0;
});

const version = (plan: string, effectiveFrom: string): PlanVersion => ({
  plan,
  effectiveFrom: localDate(effectiveFrom),
  currency: 'EUR',
  interval: { unit: 'month', count: 1 },
  charges: [{ kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount: '30.00' } }],
});

async function twoPlans(): Promise<PriceList> {
  const prices = PriceList.empty({ calls, dialect: 'subscription-keys' });
  await prices.publish(version('basic', '2026-01-01'));
  await prices.publish(version('pro', '2026-01-01'));
  return prices;
}

/** The day on which each version of the catalog begins, as the server reads it, and the plans that it sells. */
const sold = () =>
  uploaded.map((xml) => [
    /<effectiveDate>([^T]*)/.exec(xml)?.[1],
    ...[...xml.matchAll(/<plan name="([^"]*)"/g)].map(([, name]) => name),
  ]);

test('a plan that is withdrawn is missing from the version that begins on the day', async () => {
  const prices = await twoPlans();
  await prices.withdraw({ plan: 'basic', from: localDate('2026-04-15') });
  expect(sold()).toEqual([
    ['2025-12-31', 'basic', 'pro'],
    ['2026-04-14', 'pro'],
  ]);
});

test('it stays missing when another plan gets a version, and comes back with one of its own', async () => {
  const prices = await twoPlans();
  await prices.withdraw({ plan: 'basic', from: localDate('2026-04-15') });
  await prices.publish(version('pro', '2026-05-01'));
  await prices.publish(version('basic', '2026-06-01'));
  expect(sold()).toEqual([
    ['2025-12-31', 'basic', 'pro'],
    ['2026-04-14', 'pro'],
    ['2026-04-30', 'pro'],
    ['2026-05-31', 'basic', 'pro'],
  ]);
});

test('the last plan of a list cannot be withdrawn, and nothing is taken from the server for it', async () => {
  const prices = PriceList.empty({ calls, dialect: 'subscription-keys' });
  await prices.publish(version('basic', '2026-01-01'));
  const last = prices.withdraw({ plan: 'basic', from: localDate('2026-04-15') });
  await expect(last).rejects.toMatchObject({ code: 'TARGET_REFUSED' });
  expect(sold()).toEqual([['2025-12-31', 'basic']]);
});
