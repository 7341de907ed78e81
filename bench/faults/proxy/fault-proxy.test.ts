import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { status } from './acts.ts';
import { FaultProxy } from './fault-proxy.ts';
import { call, once } from './matches.ts';

test('a rule that met no request is counted, because its fault was done to nothing', async () => {
  const target = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((done) => target.listen(0, '127.0.0.1', done));
  const proxy = await FaultProxy.open(`http://127.0.0.1:${(target.address() as AddressInfo).port}`, null);
  try {
    proxy.when(once(call('GET', /^\/a/)), status(500)).when(call('GET', /^\/b/), status(502));
    expect(proxy.unmet).toBe(2);
    const statuses = await Promise.all([fetch(`${proxy.url}/a`), fetch(`${proxy.url}/c`)]);
    expect(statuses.map((answer) => answer.status)).toEqual([500, 200]);
    expect(proxy.unmet).toBe(1);
    await fetch(`${proxy.url}/b`);
    expect(proxy.unmet).toBe(0);
  } finally {
    await proxy.close();
    target.close();
  }
});
