import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { flatFee, perCall, TestWorld } from '../test-world.ts';

const order = {
  key: 's1',
  plan: 'gold',
  start: '2026-01-01',
  quantity: '1',
  billing: 'anniversary',
};

describe('writes with a key', () => {
  it('happen once, and a key on another request is a conflict', async () => {
    await using world = await TestWorld.open('2026-01-01');
    await world.publish('gold', [flatFee('10.00')]);
    const customerId = await world.customer();
    const request = { method: 'POST', url: '/v1/subscriptions', body: { ...order, customerId } } as const;
    const key = { 'idempotency-key': 'k1' };
    const first = await world.callWith(key, request);
    const second = await world.callWith(key, request);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(await world.invoices(customerId)).toHaveLength(1);
    const other = await world.callWith(key, { ...request, body: { ...order, customerId, quantity: '2' } });
    expect(other.status).toBe(409);
  });

  it('never pay more than is due, and never without a key', async () => {
    await using world = await TestWorld.open('2026-01-01');
    await world.publish('gold', [flatFee('10.00')]);
    const customerId = await world.customer();
    await world.subscribe(customerId, 'gold');
    const invoiceId = (await world.invoices(customerId))[0]?.id;
    const pay = (amount: string, currency = 'EUR') => ({
      method: 'POST' as const,
      url: '/v1/payments',
      body: { invoiceId, amount: { amount, currency } },
    });
    expect((await world.callWith({}, pay('10.00'))).status).toBe(422);
    expect((await world.callWith({ 'idempotency-key': 'a' }, pay('10.01'))).status).toBe(422);
    expect((await world.callWith({ 'idempotency-key': 'b' }, pay('10.00', 'USD'))).status).toBe(422);
    expect((await world.callWith({ 'idempotency-key': 'c' }, pay('0.001'))).status).toBe(422);
    expect((await world.callWith({ 'idempotency-key': 'd' }, pay('4.00'))).status).toBe(201);
    expect((await world.callWith({ 'idempotency-key': 'd' }, pay('5.00'))).status).toBe(409);
    expect((await world.invoices(customerId))[0]?.due.amount).toBe('6.00');
  });
});

describe('the register of writes', () => {
  it('says what became of a key, also when its tenant is gone, and never the body', async () => {
    await using world = await TestWorld.open('2026-01-01');
    const look = (key: string, runId = 'run') => world.ok('GET', `/v1/writes?runId=${runId}&key=${key}`);
    const body = { key: 'c1', name: 'Ada', country: 'DE', currency: 'EUR', timeZone: 'UTC' };
    const send = (key: string, changed: object) =>
      world.callWith(
        { 'idempotency-key': key },
        { method: 'POST', url: '/v1/customers', body: { ...body, ...changed } },
      );
    await send('a', {});
    await send('a', { name: 'Another' });
    await send('b', { currency: 'XQX' });
    await world.callWith(
      { 'idempotency-key': 'd' },
      { method: 'POST', url: '/v1/clock/advance', body: { to: '2026-02-01' } },
    );
    expect(await look('a')).toEqual({ outcome: 'done', status: 201 });
    expect(await look('b')).toMatchObject({ outcome: 'not-done' });
    expect(await look('c')).toEqual({ outcome: 'not-done', status: null });
    expect(await look('a', 'other')).toEqual({ outcome: 'not-done', status: null });
    expect(await look('d')).toEqual({ outcome: 'done', status: 200 });
    const later = { method: 'POST', url: '/v1/clock/advance', body: { to: '2036-02-01' } } as const;
    await world.publish('gold', [flatFee('10.00')]);
    await world.subscribe(await world.customer({ key: 'c2' }), 'gold');
    const moving = world.callWith({ 'idempotency-key': 'e' }, later);
    const looks: unknown[] = [];
    const moved = moving.then(() => true);
    while (!(await Promise.race([moved, nextTurn(false)]))) looks.push(await look('e'));
    expect(looks).toContainEqual({ outcome: 'unknown', status: null });
    expect(await look('e')).toEqual({ outcome: 'done', status: 200 });
    expect(await look('d', 'other')).toEqual({ outcome: 'not-done', status: null });
    await world.call('DELETE', '/v1/tenants?runId=run');
    expect(await look('a')).toEqual({ outcome: 'done', status: 201 });
  });
});

describe('bill runs', () => {
  it('that race each other bill every period once', async () => {
    await using world = await TestWorld.open('2026-01-31');
    await world.publish('gold', [flatFee('10.00'), perCall('1.00')]);
    const customerId = await world.customer();
    await world.subscribe(customerId, 'gold', { start: '2026-01-31' });
    const runs = [
      ...Array.from({ length: 3 }, () => world.advance('2027-05-01')),
      ...Array.from({ length: 5 }, () => world.call('POST', '/v1/bill-runs', { date: '2026-01-31' })),
    ];
    await Promise.all(runs);
    const lines = (await world.invoices(customerId)).flatMap((invoice) => invoice.lines);
    const months = lines.filter((line) => line.charge === 'fee').map((line) => line.period);
    expect(months).toHaveLength(16);
    for (const [index, month] of months.entries()) {
      expect(month.from).toBe(index === 0 ? '2026-01-31' : months[index - 1]?.to);
    }
  });

  it('combine all subscriptions of a customer on the day in one invoice', async () => {
    await using world = await TestWorld.open('2026-01-01');
    await world.publish('gold', [flatFee('10.00')]);
    const customerId = await world.customer();
    await world.subscribe(customerId, 'gold');
    await world.subscribe(customerId, 'gold', { key: 's2', start: '2026-02-01' });
    await world.advance('2026-02-01');
    expect((await world.invoices(customerId)).map((invoice) => invoice.lines.length)).toEqual([1, 2]);
  });

  it('prorate the stub of a calendar plan and bill arrears when the period is over', async () => {
    await using world = await TestWorld.open('2026-01-11');
    await world.publish('gold', [flatFee('31.00', 'arrears')]);
    const customerId = await world.customer();
    await world.subscribe(customerId, 'gold', { start: '2026-01-11', billing: 'calendar' });
    await world.advance('2026-03-01');
    const invoices = await world.invoices(customerId);
    expect(invoices.map((invoice) => [invoice.issueDate, invoice.subtotal.amount])).toEqual([
      ['2026-02-01', '21.00'],
      ['2026-03-01', '31.00'],
    ]);
  });
});

describe('changes', () => {
  it('credit what was paid at the terms of then, and end with nothing owed for days not served', async () => {
    await using world = await TestWorld.open('2026-01-01');
    await world.publish('gold', [flatFee('31.00')]);
    await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
    const customerId = await world.customer();
    const id = await world.subscribe(customerId, 'gold');
    await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '25', from: '2026-01-02' });
    await world.advance('2026-01-11');
    const timing = { kind: 'date', date: '2026-01-11' };
    const cancelled = await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing });
    expect(cancelled).toMatchObject({ state: 'cancelled', end: '2026-01-11' });
    await world.advance('2026-06-01');
    const invoices = await world.invoices(customerId);
    expect(invoices.map((invoice) => invoice.total.amount)).toEqual(['36.89', '-24.99']);
    expect(invoices[1]?.lines[0]).toMatchObject({ kind: 'proration-credit', period: { to: '2026-02-01' } });
  });

  it('at the end of the period credit nothing and price the next period by the new plan', async () => {
    await using world = await TestWorld.open('2026-01-01');
    await world.publish('gold', [flatFee('10.00')]);
    await world.publish('platinum', [flatFee('20.00')]);
    const customerId = await world.customer();
    const id = await world.subscribe(customerId, 'gold');
    await world.advance('2026-01-15');
    const change = { plan: 'platinum', timing: { kind: 'period-end' } };
    expect(await world.ok('POST', `/v1/subscriptions/${id}/change`, change)).toMatchObject({ plan: 'gold' });
    await world.advance('2026-02-10');
    expect((await world.invoices(customerId)).map((invoice) => invoice.total.amount)).toEqual([
      '10.00',
      '20.00',
    ]);
  });
});

describe('lists in pages', () => {
  it('show every invoice once, also those of one day', async () => {
    await using world = await TestWorld.open('2026-01-01');
    await world.publish('gold', [flatFee('10.00')]);
    const customerId = await world.customer();
    for (let index = 0; index < 23; index += 1)
      await world.subscribe(customerId, 'gold', { key: `s${index}` });
    const ids = (await world.invoices(customerId, 4)).map((invoice) => invoice.id);
    expect(ids).toHaveLength(23);
    expect(new Set(ids).size).toBe(23);
  });
});

describe('bad requests', () => {
  it.each([
    ['/v1/customers', { key: 'a' }, 400, 'name'],
    [
      '/v1/customers',
      { key: 'a', name: 'A', country: 'DE', currency: 'EURO', timeZone: 'UTC' },
      400,
      'currency',
    ],
    [
      '/v1/customers',
      { key: 'a', name: 'A', country: 'DE', currency: 'EUR', timeZone: 'Mars' },
      400,
      'timeZone',
    ],
    ['/v1/subscriptions', { ...order, customerId: 'none' }, 404, 'customerId'],
    ['/v1/clock/advance', { to: '2025-12-31' }, 422, 'to'],
    ['/v1/clock/advance', { to: '2026-02-30' }, 400, 'to'],
    ['/v1/clock/advance', { to: '2026-02-01', fast: true }, 400, 'fast'],
    ['/v1/bill-runs', { date: '2026-01-02' }, 422, 'date'],
    ['/v1/tax-rates', { country: 'DE', ratePercent: '101', from: '2026-01-01' }, 400, 'ratePercent'],
  ])('%s %j is refused with %i and names %s', async (...refused) => {
    const [url, body, status, field] = refused;
    await using world = await TestWorld.open('2026-01-01');
    const answer = await world.call('POST', url, body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const problem = JSON.parse(answer.text) as { errors: { field: string; message: string }[] };
    expect(problem.errors.map((error) => `${error.field} ${error.message}`).join('; ')).toContain(field);
  });

  it('are refused without the key of a tenant, and no tenant sees another', async () => {
    await using world = await TestWorld.open('2026-01-01');
    const customerId = await world.customer();
    const url = `/v1/customers/${customerId}`;
    expect((await world.app.inject({ url })).statusCode).toBe(401);
    const tenant = { name: 'other', runId: 'run', today: '2026-01-01' };
    const other = await world.ok<{ apiKey: string }>('POST', '/v1/tenants', tenant);
    const stranger = await world.app.inject({ url, headers: { authorization: `Bearer ${other.apiKey}` } });
    expect(stranger.statusCode).toBe(404);
    expect((await world.call('GET', url)).status).toBe(200);
  });

  it('of usage get one answer per event', async () => {
    await using world = await TestWorld.open('2026-01-01');
    await world.publish('metered', [perCall('1.00')]);
    const customerId = await world.customer();
    await world.subscribe(customerId, 'metered');
    const event = { id: 'e1', quantity: '1', at: '2026-01-31T23:59:59.999Z' };
    expect(await world.send(customerId, [event, event])).toBe('accepted duplicate');
    await world.advance('2026-02-01');
    expect(await world.send(customerId, [event, { ...event, id: 'e2', at: '2025-12-01T00:00:00Z' }])).toBe(
      'duplicate too-late',
    );
    expect(await world.send('nobody', [{ ...event, id: 'e3' }])).toBe('rejected');
  });
});

describe('the console', () => {
  it('shows an invoice as text, whatever a name contains', async () => {
    await using world = await TestWorld.open('2026-01-01');
    await world.publish('gold', [flatFee('1234.50')]);
    const customerId = await world.customer({ name: '<script>alert(1)</script>' });
    await world.subscribe(customerId, 'gold');
    const id = (await world.invoices(customerId))[0]?.id;
    const page = await world.app.inject({ url: `/console/tenants/${world.tenantId}/invoices/${id}` });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('EUR 1,234.50');
    expect(page.body).toContain('&lt;script&gt;');
    expect(page.body).not.toContain('<script');
  });
});

it('counts the requests that each tenant made, and publishes its interface', async () => {
  await using world = await TestWorld.open('2026-01-01');
  await world.call('POST', '/v1/bill-runs', { date: '2026-01-01' });
  await world.call('POST', '/v1/bill-runs', { date: 'soon' });
  expect(await world.ok('GET', '/v1/request-log?operation=bill.run')).toEqual({ count: 2, ok: 1 });
  const openapi = await world.ok<{ openapi: string; paths: object }>('GET', '/openapi.json');
  expect(openapi.openapi).toBe('3.1.0');
  expect(Object.keys(openapi.paths)).toContain('/v1/subscriptions/{subscriptionId}/change');
});
