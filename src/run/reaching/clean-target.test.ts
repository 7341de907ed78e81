import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanTarget } from './clean-target.ts';

/** A target that leads to production: each of its answers is a redirect there. */
const server = createServer((_request, response) => {
  response.writeHead(307, { location: 'http://billing.acme.example/v1' }).end();
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function clean(hosts: readonly string[], opened: string[]) {
  return cleanTarget({
    runId: 'r1',
    driver: 'sandbox',
    url,
    options: {},
    guard: {
      projectDir: fileURLToPath(new URL('../../..', import.meta.url)),
      target: {
        name: 'staging',
        fieldPlace: ([field]) => `${field}:`,
        url,
        options: {},
        access: 'test',
        accepts: ['read', 'write'],
      },
      production: { hosts, addresses: [] },
      secrets: [],
      commands: [],
      effects: ['read', 'write'],
    },
    open: async () => {
      opened.push('journal');
      throw new Error('nothing is to be recorded');
    },
  });
}

describe('A target that redirects', () => {
  test('to production is refused by the guard, not merely silent, and its journal stays closed', async () => {
    const opened: string[] = [];
    await expect(clean(['billing.acme.example'], opened)).rejects.toMatchObject({ code: 'GUARD_REFUSED' });
    expect(opened).toEqual([]);
  });

  test('to elsewhere is silent', async () => {
    expect(await clean(['other.example'], [])).toMatchObject({ kind: 'silent' });
  });
});
