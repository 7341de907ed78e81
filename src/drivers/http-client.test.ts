import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HarnessFault } from '../model/fault.ts';
import type { Exchange, Intent, IntentOutcome, Wire } from '../target/wire.ts';
import { HttpClient } from './http-client.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, visit: number) => void;

const json = { 'content-type': 'application/json' };
const busy =
  (retryAfter: string, times: number): Handler =>
  (_request, response, visit) => {
    if (visit > times) response.writeHead(200, json).end('{"ok":true}');
    else response.writeHead(429, { 'retry-after': retryAfter }).end('{"error":"later"}');
  };

const handlers: Readonly<Record<string, Handler>> = {
  '/ok': (_request, response) => response.writeHead(200, json).end('{"ok":true}'),
  '/html': (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Oops</html>'),
  '/truncated-json': (_request, response) => response.writeHead(200, json).end('{"ok":tr'),
  '/latin1': (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json; charset=ISO-8859-1' }).end('{"ok":true}'),
  '/no-utf8': (_request, response) => response.writeHead(200, json).end(Buffer.from([0x22, 0xe9, 0x22])),
  '/gzip': (_request, response) =>
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
  '/large': (_request, response) => response.writeHead(200, json).end(Buffer.alloc(9 * 1024 * 1024, 32)),
  '/cut': (request, response) => {
    response.writeHead(200, { ...json, 'content-length': '100' });
    response.write('{"ok":');
    setTimeout(() => request.socket.destroy(), 20);
  },
  '/redirect': (_request, response) => response.writeHead(302, { location: '/ok?token=abc' }).end(),
  '/redirect-loop': (_request, response) => response.writeHead(307, { location: '/redirect-loop' }).end(),
  '/redirect-elsewhere': (_request, response) =>
    response.writeHead(301, { location: 'http://other.test/x' }).end(),
  '/redirect-production': (_request, response) =>
    response.writeHead(308, { location: '//API.Acme.com./v1' }).end(),
  '/busy-seconds': busy('0', 2),
  '/busy-date': busy('Sun, 06 Nov 1994 08:49:37 GMT', 1),
  '/busy-for-ever': busy('0', 99),
  '/busy-absurd': busy('99999999', 99),
  '/busy-words': busy('soon', 99),
  '/busy-negative': busy('-1', 99),
};

let baseUrl = '';
let elsewhere = 0;
const visits = new Map<string, number>();
const server = createServer((request, response) => {
  const path = (request.url ?? '').replace(/\?.*$/, '');
  const visit = (visits.get(path) ?? 0) + 1;
  visits.set(path, visit);
  handlers[path]?.(request, response, visit);
});
const garbage = createTcpServer((socket: Socket) => {
  elsewhere += 1;
  socket.end('SSH-2.0-OpenSSH_9.6\r\n');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => garbage.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  garbage.close();
});

interface Seen {
  readonly error: HarnessFault | null;
  readonly value: unknown;
  readonly intents: readonly Intent[];
  readonly outcomes: readonly { readonly outcome: IntentOutcome; readonly detail: string }[];
  readonly exchanges: readonly Exchange[];
}

async function write(path: string, base = baseUrl): Promise<Seen> {
  const intents: Intent[] = [];
  const outcomes: { outcome: IntentOutcome; detail: string }[] = [];
  const exchanges: Exchange[] = [];
  const wire: Wire = {
    intent: async (intent) => String(intents.push(intent) - 1),
    outcome: (_id, outcome, detail) => void outcomes.push({ outcome, detail }),
    exchange: (exchange) => void exchanges.push(exchange),
  };
  visits.clear();
  const production = { hosts: ['api.acme.com'], addresses: [] };
  const client = new HttpClient({ baseUrl: base, headers: {}, wire, production });
  try {
    const value = await client.write({ operation: 'own.write', method: 'POST', path, body: {} });
    return { value, error: null, intents, outcomes, exchanges };
  } catch (error) {
    return { value: null, error: error as HarnessFault, intents, outcomes, exchanges };
  } finally {
    await client.close();
  }
}

describe('an answer that nobody can read is the failure of the target, with its bytes kept', () => {
  test.each([
    ['/html', /found no JSON: <html>/, '<html>Oops</html>'],
    ['/truncated-json', /found no JSON/, '{"ok":tr'],
    ['/latin1', /found the charset ISO-8859-1, expected UTF-8/, '{"ok":true}'],
    ['/no-utf8', /no UTF-8/, '"\ufffd"'],
    ['/gzip', /found the content-encoding gzip/, null],
    ['/large', /more than 8388608 bytes/, null],
  ])('%s', async (path, message, kept) => {
    const { error, outcomes, exchanges } = await write(path);
    expect(error).toMatchObject({ name: 'TargetAnswerInvalid', message: expect.stringMatching(message) });
    expect(outcomes).toEqual([{ outcome: 'done', detail: 'status 200' }]);
    expect(exchanges).toHaveLength(1);
    if (kept !== null) expect(exchanges[0]?.responseBody).toBe(kept);
    expect(JSON.stringify(exchanges).length).toBeLessThan(400_000);
  });

  test('bytes that are no text are kept as they came', async () => {
    const { exchanges } = await write('/no-utf8');
    expect(Buffer.from(exchanges[0]?.responseBytes ?? '', 'base64')).toEqual(Buffer.from([0x22, 0xe9, 0x22]));
  });

  test('what is no HTTP at all, and whether it had an effect is not known', async () => {
    const { error, outcomes } = await write(
      '/',
      `http://127.0.0.1:${(garbage.address() as AddressInfo).port}`,
    );
    expect(elsewhere).toBe(1);
    expect(error?.name).toBe('TargetAnswerInvalid');
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unknown']);
  });
});

test('an answer that was cut off is nobody answering, with what came of it kept', async () => {
  const { error, outcomes, exchanges } = await write('/cut');
  expect(error).toMatchObject({ code: 'TARGET_UNREACHABLE' });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unknown']);
  expect(exchanges).toMatchObject([{ status: 200, responseBody: '{"ok":' }]);
});

describe('a redirect is not followed', () => {
  test.each([
    ['/redirect', /302: a redirect to http:\/\/127\.0\.0\.1:\d+\/ok, not followed/],
    ['/redirect-loop', /307: a redirect to .*\/redirect-loop, not followed/],
    ['/redirect-elsewhere', /301: a redirect to http:\/\/other\.test\/x, not followed/],
  ])('%s', async (path, message) => {
    const { error, outcomes } = await write(path);
    expect(error).toMatchObject({ name: 'TargetRefusal', message: expect.stringMatching(message) });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unknown']);
    expect([...visits]).toEqual([[path, 1]]);
  });

  test('and to production it is the guard that speaks', async () => {
    const { error, outcomes } = await write('/redirect-production');
    expect(error).toMatchObject({
      code: 'GUARD_REFUSED',
      message: expect.stringMatching(/http:\/\/api\.acme\.com\.?\/v1/),
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unknown']);
  });
});

describe('a target that asks us to come back later', () => {
  test.each([
    ['/busy-seconds', 3],
    ['/busy-date', 2],
  ])('%s is asked again, each time as a write of its own', async (path, times) => {
    const { value, intents, outcomes, exchanges } = await write(path);
    expect(value).toEqual({ ok: true });
    expect(visits.get(path)).toBe(times);
    expect(intents).toHaveLength(times);
    expect(exchanges.map(({ status }) => status)).toEqual([...Array(times - 1).fill(429), 200]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...Array(times - 1).fill('refused'), 'done']);
    expect(outcomes[0]?.detail).toMatch(/status 429, come back after: /);
  });

  test.each([
    ['/busy-for-ever', 4],
    ['/busy-absurd', 1],
    ['/busy-words', 1],
    ['/busy-negative', 1],
  ])('%s is left alone after %i calls', async (path, times) => {
    const { error, outcomes } = await write(path);
    expect(error).toMatchObject({ code: 'TARGET_BUSY', exitCode: 2 });
    expect(visits.get(path)).toBe(times);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
  });
});
