import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebhookDelivery } from '../model/billing/webhook.ts';
import { instant, localDate } from '../model/date.ts';
import { formatMoney, parseMoney } from '../model/money.ts';
import { type RunningSandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { TargetRefusal } from '../target/session.ts';
import type { Exchange, Intent, IntentOutcome, Wire } from '../target/wire.ts';
import { HttpClient } from './http-client.ts';
import { driver } from './sandbox.ts';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null, defect: null });
});

afterAll(async () => {
  await sandbox.close();
});

describe('the sandbox driver', () => {
  it('walks from order to ledger over HTTP, with every write announced and concluded', async () => {
    const { wire, intents, outcomes, exchanges } = listWire();
    const session = await driver.open(address(), { runId: 'run-1', key: 'walk', today: '2026-01-31', wire });
    await session.publish({
      plan: 'gold',
      effectiveFrom: localDate('2026-01-01'),
      currency: 'EUR',
      interval: { unit: 'month', count: 1 },
      charges: [
        { kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'per-unit', unit: '10.00' } },
        { kind: 'usage', code: 'calls', meter: 'calls', price: { kind: 'per-unit', unit: '0.05' } },
      ],
    });
    await session.setTaxRate({ country: 'DE', ratePercent: '19', from: localDate('2020-01-01') });
    const customer = await session.createCustomer({
      key: 'ada',
      name: 'Ada',
      country: 'DE',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    });
    await session.redeemDiscount(customer.id, { code: 'TEN', kind: 'percent', percent: '10' });
    const subscription = await session.subscribe({
      key: 'first',
      customerId: customer.id,
      plan: 'gold',
      start: localDate('2026-01-31'),
      quantity: '3',
      billing: 'anniversary',
    });
    expect(subscription).toMatchObject({
      key: 'first',
      state: 'active',
      currentPeriod: { to: '2026-02-28' },
    });

    const event = {
      id: 'e1',
      customerId: customer.id,
      meter: 'calls',
      quantity: '100.5',
      at: instant('2026-02-10T09:30:00Z'),
    };
    const results = await session.sendUsage([event, event, { ...event, id: 'e2', meter: 'unknown' }]);
    expect(results.map((result) => result.outcome)).toEqual(['accepted', 'duplicate', 'rejected']);

    const quoted = await session.previewInvoice(customer.id, localDate('2026-02-28'));
    await session.advanceTo(localDate('2026-02-28'));
    expect(await session.bill(localDate('2026-02-28'))).toEqual([]);
    const [, second] = await session.invoices(customer.id);
    if (second === undefined || quoted === null) throw new Error('expected two invoices and a quote');
    expect(second.lines.map((line) => [line.kind, line.quantity, formatMoney(line.net)])).toEqual([
      ['usage', '100.5', 'EUR 5.03'],
      ['recurring', '3', 'EUR 30.00'],
    ]);
    expect(formatMoney(second.total)).toBe('EUR 37.52');
    expect({ ...quoted, id: second.id, number: second.number, status: second.status }).toEqual(second);

    const payment = await session.pay({ key: 'p1', invoiceId: second.id, amount: second.due });
    expect(payment).toMatchObject({ key: 'p1', status: 'succeeded', gatewayAmountMinor: 3752n });
    expect(await session.pay({ key: 'p1', invoiceId: second.id, amount: second.due })).toEqual(payment);
    expect(await session.payments(customer.id)).toEqual([payment]);
    expect(formatMoney((await session.invoice(second.id)).due)).toBe('EUR 0.00');

    const ledger = await session.ledger(customer.id);
    const balance = ledger.reduce(
      (sum, entry) => sum + (entry.side === 'debit' ? entry.amount.amountMinor : -entry.amount.amountMinor),
      0n,
    );
    expect(ledger.length).toBeGreaterThan(4);
    expect(balance).toBe(0n);

    expect(await session.requestCount('usage.ingest')).toBe(1);
    const page = await fetch(await session.invoiceScreenUrl(second.id));
    expect(await page.text()).toContain('EUR 37.52');
    expect(await driver.leftovers(address(), 'run-1', wire)).toEqual(['walk']);
    await session.close();
    expect(await driver.leftovers(address(), 'run-1', wire)).toEqual([]);

    expect(outcomes.map((outcome) => outcome.id)).toEqual(intents.map((_, index) => String(index)));
    expect(new Set(outcomes.map((outcome) => outcome.outcome))).toEqual(new Set(['done']));
    expect(intents.map((intent) => intent.operation)).toContain('payment.record');
    expect(JSON.stringify(exchanges)).not.toContain('key_');
  });

  it('opens a world again from its handle, and refuses a handle of nothing', async () => {
    const { wire } = listWire();
    const request = { runId: 'run-2', key: 'again', today: '2026-01-01', wire };
    const first = await driver.open(address(), request);
    await first.advanceTo(localDate('2026-05-05'));
    const second = await driver.resume(address(), request, first.handle);
    expect(await second.today()).toBe('2026-05-05');
    await expect(driver.resume(address(), request, '{}')).rejects.toThrow(/names no world/);
    await second.close();
    await expect(first.today()).rejects.toThrow(TargetRefusal);
  });

  it('describes the target by what it says, and answers a stateless calculation', async () => {
    const description = await driver.describe(address());
    expect(description).toMatchObject({
      name: 'Tollgate Sandbox',
      environment: 'test',
      clock: 'per-session',
    });
    expect(description.capabilities['preview.rating']).toBe('native');
    const { wire, intents } = listWire();
    const session = await driver.open(address(), { runId: 'run-3', key: 'pure', today: '2026-01-01', wire });
    const answer = await session.preview({
      kind: 'rating',
      currency: 'EUR',
      price: { kind: 'per-unit', unit: '2.00' },
      quantity: '3',
      alreadyBilled: '0',
      runningTotals: [],
      minimum: null,
      maximum: null,
    });
    expect(answer).toMatchObject({ kind: 'rating', amount: '6.00' });
    expect(intents.map((intent) => intent.operation)).toEqual(['tenant.create']);
    await session.close();
  });

  it('throws a refusal with the words of the target, and notes that nothing was done', async () => {
    const { wire, outcomes } = listWire();
    const session = await driver.open(address(), { runId: 'run-4', key: 'no', today: '2026-01-01', wire });
    const money = parseMoney('1.00', 'EUR');
    await expect(session.pay({ key: 'p', invoiceId: 'inv_none', amount: money })).rejects.toThrow(
      /404.*invoiceId/,
    );
    expect(outcomes.at(-1)?.outcome).toBe('refused');
    await session.close();
  });

  it('delivers signed events in order, which only the right secret opens', async () => {
    const deliveries: WebhookDelivery[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        deliveries.push({ headers: { ...(request.headers as Record<string, string>) }, body });
        // The first delivery fails once, so the second must wait for it.
        response.writeHead(deliveries.length === 1 ? 503 : 204).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { wire } = listWire();
    const session = await driver.open(address(), { runId: 'run-5', key: 'hook', today: '2026-01-01', wire });
    const secret = await session.registerWebhook(
      `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
    );
    await session.publish({
      plan: 'gold',
      effectiveFrom: localDate('2026-01-01'),
      currency: 'EUR',
      interval: { unit: 'month', count: 1 },
      charges: [{ kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount: '10' } }],
    });
    const who = { name: 'Ada', country: 'DE', currency: 'EUR', timeZone: 'UTC' };
    const { id: customerId } = await session.createCustomer({ key: 'ada', ...who });
    const start = localDate('2026-01-01');
    const order = { customerId, plan: 'gold', start, quantity: '1', billing: 'anniversary' } as const;
    const { id } = await session.subscribe({ key: 's', ...order });
    await expect.poll(() => deliveries.length, { timeout: 60_000 }).toBe(3);
    const events = deliveries.map((delivery) => session.readWebhook(delivery, secret));
    expect(events.map((event) => event?.kind)).toEqual([
      'subscription.started',
      'subscription.started',
      'invoice.finalised',
    ]);
    expect(events[0]?.objectId).toBe(id);
    const first = deliveries[0];
    if (first === undefined) throw new Error('expected a delivery');
    expect(session.readWebhook(first, 'whsec_other')).toBeNull();
    expect(session.readWebhook({ ...first, body: `${first.body} ` }, secret)).toBeNull();
    expect(session.readWebhook({ ...first, headers: {} }, secret)).toBeNull();
    await session.close();
    receiver.close();
  });
});

describe('the HTTP client', () => {
  it('says that nobody answers when nobody does, and that nothing was sent', async () => {
    const { wire, outcomes } = listWire();
    const client = new HttpClient({ baseUrl: 'http://127.0.0.1:1', headers: {}, wire });
    const call = { operation: 'x', method: 'POST', path: '/', body: {} } as const;
    await expect(client.write(call)).rejects.toMatchObject({ code: 'TARGET_UNREACHABLE' });
    expect(outcomes).toMatchObject([{ outcome: 'refused' }]);
    await client.close();
  });

  it('calls the outcome unknown when the answer is cut off, late, or an error of the target', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/cut') request.socket.destroy();
      if (request.url === '/broken') response.writeHead(500).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { wire, outcomes } = listWire();
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new HttpClient({ baseUrl, headers: {}, wire, deadlineMs: 200 });
    for (const path of ['/cut', '/late', '/broken']) {
      await expect(client.write({ operation: 'x', method: 'POST', path, body: {} })).rejects.toThrow();
    }
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['unknown', 'unknown', 'unknown']);
    server.closeAllConnections();
    server.close();
    await client.close();
  });
});

function address() {
  return { url: sandbox.url, options: {} };
}

function listWire() {
  const intents: Intent[] = [];
  const outcomes: { readonly id: string; readonly outcome: IntentOutcome }[] = [];
  const exchanges: Exchange[] = [];
  const wire: Wire = {
    intent: async (intent) => String(intents.push(intent) - 1),
    outcome: (id, outcome) => {
      outcomes.push({ id, outcome });
    },
    exchange: (exchange) => {
      exchanges.push(exchange);
    },
  };
  return { wire, intents, outcomes, exchanges };
}
