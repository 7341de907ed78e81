import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../model/date.ts';
import { parseMoney } from '../model/money.ts';
import { type RunningSandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import type { Intent, IntentOutcome, Wire } from '../target/wire.ts';
import { driver } from './sandbox.ts';

/** What becomes of a write on its way: done and its answer lost, done and answered as if not, or lost before it arrives. */
type Mischief = 'none' | 'answer-lost' | 'error-after' | 'lost-before' | 'cut-at-once';

let mischief: Mischief = 'none';
let sandbox: RunningSandbox;
let proxy: Server;
let dataDir = '';

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'settle-'));
  sandbox = await startSandbox({ port: 0, dataDir, defect: null });
  proxy = createServer((incoming, outgoing) => {
    const mine = incoming.method === 'GET' ? 'none' : mischief;
    if (mine === 'lost-before') {
      incoming.socket.destroy();
      return;
    }
    const onward = forward(
      `${sandbox.url}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (mine === 'answer-lost') incoming.socket.destroy();
        else {
          outgoing.writeHead(mine === 'error-after' ? 500 : (answer.statusCode ?? 500), {
            'content-type': 'application/json',
          });
          answer.pipe(outgoing);
        }
      },
    );
    onward.on('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
    if (mine === 'cut-at-once')
      incoming.on('end', () =>
        setTimeout(() => {
          onward.destroy();
          incoming.socket.destroy();
        }, 1),
      );
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await sandbox.close();
  const files = await readdir(dataDir);
  for (const file of files)
    expect(String(await readFile(join(dataDir, file), 'latin1'))).not.toContain('customer.create');
  await rm(dataDir, { recursive: true });
});

const at = () => ({ url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, options: {} });

async function openWorld(key: string) {
  const intents: Intent[] = [];
  const outcomes: IntentOutcome[] = [];
  const wire: Wire = {
    intent: async (intent) => String(intents.push(intent) - 1),
    outcome: (_id, outcome) => void outcomes.push(outcome),
    exchange: () => undefined,
  };
  mischief = 'none';
  const session = await driver.open(at(), { runId: 'settle', key, today: '2026-01-01', wire });
  await session.publish({
    plan: 'gold',
    effectiveFrom: localDate('2026-01-01'),
    currency: 'EUR',
    interval: { unit: 'month', count: 1 },
    charges: [
      { kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount: '30.00' } },
    ],
  });
  const settle = async (intent: Intent | undefined) => {
    mischief = 'none';
    if (intent === undefined || driver.settle === undefined) throw new Error('expected a write');
    return driver.settle(at(), { runId: 'settle', ...intent }, wire);
  };
  return { session, intents, outcomes, settle };
}

const ada = { key: 'ada', name: 'Ada', country: 'DE', currency: 'EUR', timeZone: 'UTC' };

describe('a write of which the answer is not known is settled by reading', () => {
  test.each([
    ['answer-lost', 'done', 1],
    ['error-after', 'done', 1],
    ['lost-before', 'not-done', 0],
  ] as const)('%s is %s', async (mine, outcome, payments) => {
    const { session, intents, outcomes, settle } = await openWorld(mine);
    const customer = await session.createCustomer(ada);
    const start = localDate('2026-01-01');
    await session.subscribe({
      key: 's',
      customerId: customer.id,
      plan: 'gold',
      start,
      quantity: '1',
      billing: 'anniversary',
    });
    const [invoice] = await session.invoices(customer.id);
    mischief = mine;
    await expect(
      session.pay({ key: 'p', invoiceId: invoice?.id ?? '', amount: parseMoney('30.00', 'EUR') }),
    ).rejects.toThrow();
    expect(outcomes.at(-1)).toBe('unknown');
    expect(await settle(intents.at(-1))).toMatchObject({ outcome });
    expect(await session.payments(customer.id)).toHaveLength(payments);
    mischief = mine;
    await expect(session.advanceTo(localDate('2026-03-01'))).rejects.toThrow();
    expect(await settle(intents.at(-1))).toMatchObject({ outcome });
    expect(await session.today()).toBe(outcome === 'done' ? '2026-03-01' : '2026-01-01');
    await session.close();
    expect(await settle(intents.find(({ operation }) => operation === 'payment.record'))).toMatchObject({
      outcome,
    });
    expect(await settle(intents.at(-1))).toMatchObject({ outcome: 'done', detail: 'it was answered 204' });
  });

  test('a request that was cut off while it was worked on is told by what came of it', async () => {
    const { session, intents, settle } = await openWorld('cut');
    mischief = 'cut-at-once';
    await session.createCustomer(ada).catch(() => undefined);
    const settled = await settle(intents.at(-1));
    const known = await session.createCustomer({ ...ada, key: 'other' });
    expect(known.key).toBe('other');
    expect(['done', 'not-done']).toContain(settled.outcome);
    await session.close();
  });

  test('what the target refused was not done, and what had no key is not known', async () => {
    const { session, intents, settle } = await openWorld('refused');
    await expect(session.createCustomer({ ...ada, currency: 'XQX' })).rejects.toThrow();
    expect(await settle(intents.at(-1))).toMatchObject({ outcome: 'not-done' });
    const without = { operation: 'x', request: 'POST /x' };
    expect(await settle({ ...without, idempotencyKey: '' })).toMatchObject({ outcome: 'unknown' });
    expect(await settle({ ...without, idempotencyKey: 'a/[secret:x]' })).toMatchObject({
      outcome: 'unknown',
    });
    await session.close();
  });
});
