import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSandbox } from '../build-sandbox.ts';
import type { Defect } from '../defects/defect.ts';
import type { SandboxApp } from '../http/app.ts';
import { flatFee } from '../test-world.ts';

/** The process ends after the gateway took the money and before anybody wrote it down. */
const death: Defect = {
  name: 'death',
  row: 'PAY-03',
  family: 'PAY',
  stage: 'payment',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'For this test only',
  procedures: { takeAnswer: () => Promise.reject(new Error('the process is gone')) },
};

test('a payment that was cut after the gateway took the money is found at the next start, and never asked for again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tollgate-crash-'));
  try {
    const dying = await buildSandbox({ dataDir, defect: death });
    const { key, invoiceId, customerId } = await owing(dying);
    expect((await pay(dying, key, invoiceId)).statusCode).toBe(500);
    await dying.close();

    const healthy = await buildSandbox({ dataDir, defect: null });
    expect((await pay(healthy, key, invoiceId)).json()).toMatchObject({ status: 'succeeded' });
    const headers = { authorization: `Bearer ${key}` };
    const moved = await healthy.inject({ url: `/v1/gateway/movements?customerId=${customerId}`, headers });
    expect(moved.json<{ movements: object[] }>().movements).toHaveLength(1);
    const invoice = await healthy.inject({ url: `/v1/invoices/${invoiceId}`, headers });
    expect(invoice.json()).toMatchObject({ due: { amount: '0.00' }, paid: { amount: '80.00' } });
    await healthy.close();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

function pay(app: SandboxApp, key: string, invoiceId: string) {
  return app.inject({
    method: 'POST',
    url: '/v1/payments',
    headers: { authorization: `Bearer ${key}`, 'idempotency-key': 'the-same' },
    payload: { invoiceId, amount: { amount: '80.00', currency: 'EUR' } },
  });
}

async function owing(app: SandboxApp) {
  const post = async (url: string, payload: object, key = '') => {
    const headers = key === '' ? {} : { authorization: `Bearer ${key}` };
    return (await app.inject({ method: 'POST', url, headers, payload })).json<Record<string, string>>();
  };
  const tenant = { name: 'crash', runId: 'run', today: '2026-01-01' };
  const { apiKey: key = '' } = await post('/v1/tenants', tenant);
  const interval = { unit: 'month', count: 1 };
  const plan = { plan: 'gold', effectiveFrom: '2020-01-01', currency: 'EUR', interval };
  await post('/v1/plans', { ...plan, charges: [flatFee('80.00')] }, key);
  const place = { country: 'DE', currency: 'EUR', timeZone: 'UTC' };
  const { id: customerId = '' } = await post('/v1/customers', { key: 'c1', name: 'Ada', ...place }, key);
  const order = { key: 's1', customerId, plan: 'gold', start: '2026-01-01' };
  await post('/v1/subscriptions', { ...order, quantity: '1', billing: 'anniversary' }, key);
  const headers = { authorization: `Bearer ${key}` };
  const invoices = await app.inject({ url: `/v1/invoices?customerId=${customerId}`, headers });
  const invoiceId = invoices.json<{ invoices: { id: string }[] }>().invoices[0]?.id ?? '';
  return { key, customerId, invoiceId };
}
