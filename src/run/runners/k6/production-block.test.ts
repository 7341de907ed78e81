import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { k6 } from '../../../hosts/k6.ts';
import { productionBlock } from './production-block.ts';

const blocked = (production: object, target = 'http://staging.acme.test') =>
  productionBlock({ TOLLGATE_PRODUCTION: JSON.stringify(production), TOLLGATE_TARGET_URL: target });

test('names every mark in the way that k6 reads it', () => {
  const hosts = ['API.acme.com.', '*.bücher.acme.com', 'prod-db', '198.51.100.7', 'odd_name.acme.com'];
  const addresses = ['203.0.113.0/24', '2001:db8::7'];
  expect(blocked({ hosts, addresses })).toEqual({
    K6_MAX_REDIRECTS: '0',
    K6_BLOCK_HOSTNAMES: 'api.acme.com,*.xn--bcher-kva.acme.com,prod-db',
    K6_BLACKLIST_IPS: '0:0:0:0:0:ffff:c633:6407/128,0:0:0:0:0:ffff:cb00:7100/120,2001:db8:0:0:0:0:0:7/128',
  });
});

test('a project without marks, and a system of our own where a mark points, are not hindered', () => {
  const free = { K6_MAX_REDIRECTS: '0' };
  expect(productionBlock({})).toEqual(free);
  expect(blocked({ hosts: ['localhost', '127.0.0.1'], addresses: [] }, 'http://127.0.0.1:80')).toEqual({
    ...free,
    K6_BLOCK_HOSTNAMES: 'localhost',
  });
});

test('keeps what the surroundings block already', () => {
  const env = { K6_BLOCK_HOSTNAMES: 'crm.acme.com', TOLLGATE_PRODUCTION: '{"hosts":["a.b"],"addresses":[]}' };
  expect(productionBlock(env)).toMatchObject({ K6_BLOCK_HOSTNAMES: 'crm.acme.com,a.b' });
});

const found = await k6.find();

describe.runIf(found !== null)('a profile that follows redirects by its own leave', () => {
  test.each([
    { production: { hosts: [], addresses: ['127.0.0.2'] }, name: '127.0.0.2' },
    { production: { hosts: ['LOCALHOST.'], addresses: [] }, name: 'localhost' },
  ])('reaches no $name that is production', async ({ production, name }) => {
    let heard = 0;
    const elsewhere = await listening('0.0.0.0', (_request, response) => {
      heard += 1;
      response.end();
    });
    const target = await listening('127.0.0.1', (_request, response) =>
      response.writeHead(307, { location: `http://${name}:${elsewhere.port}/` }).end(),
    );
    const url = `http://127.0.0.1:${target.port}/`;
    await played(url, { K6_MAX_REDIRECTS: '0' });
    expect(heard).toBe(1);
    await played(url, blocked(production, url));
    expect(heard).toBe(1);
    for (const server of [elsewhere, target]) server.close();
  });
});

async function listening(host: string, answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

async function played(url: string, env: Readonly<Record<string, string>>): Promise<void> {
  const script = join(mkdtempSync(join(tmpdir(), 'block-')), 'own.js');
  writeFileSync(
    script,
    `import http from 'k6/http';
     export default () => http.post('${url}', '{}', { redirects: 5 });`,
  );
  const k6Process = spawn(found?.path ?? '', ['run', '-q', script], {
    env: { ...process.env, K6_NO_USAGE_REPORT: 'true', ...env },
    stdio: 'ignore',
  });
  await new Promise((resolve) => k6Process.on('exit', resolve));
}
