import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ToolRecord } from '../model/observing/record.ts';
import { checkFile, checkIdOf } from './check-id.ts';
import { connectChannel } from './client.ts';
import { verdictOfError } from './error-verdict.ts';
import { channelVariable, lineReader, stepVariable } from './message.ts';
import { openChannel } from './server.ts';

/** `diskMs` is how long a record takes to be kept. */
async function connected(step: string, diskMs = 0) {
  const path = join(await mkdtemp(join(tmpdir(), 'channel-')), 'c');
  const records: (readonly [string, ToolRecord])[] = [];
  const server = await openChannel(path, {
    record: async (from, told) => {
      for (const record of told) {
        if (diskMs > 0) await delay(diskMs);
        records.push([from, record]);
      }
    },
    keep: async ({ name, mediaType, bytes }) => ({
      sha256: 'hash',
      bytes: bytes.byteLength,
      name,
      mediaType,
    }),
  });
  process.env[channelVariable] = path;
  process.env[stepVariable] = step;
  const client = await connectChannel('session');
  return { server, client, records };
}

describe('the channel', () => {
  test('carries records in order, each taken when its promise resolves', async () => {
    const { server, client, records } = await connected('unit/suites');
    for (const checkId of ['a', 'b', 'c']) await client.record({ kind: 'check-started', checkId });
    expect(
      records.map(([from, record]) => [from, record.kind === 'check-started' ? record.checkId : '']),
    ).toEqual([
      ['unit/suites', 'a'],
      ['unit/suites', 'b'],
      ['unit/suites', 'c'],
    ]);
    await server.close();
  });

  test('keeps evidence and records that it belongs to the check', async () => {
    const { server, client, records } = await connected('uat/features');
    const ref = await client.keep({
      checkId: 'uat-1',
      name: 'picture',
      mediaType: 'image/png',
      bytes: Buffer.from('abc'),
    });
    expect(ref).toMatchObject({ sha256: 'hash', bytes: 3 });
    expect(records.map(([, record]) => record)).toEqual([
      { kind: 'evidence', checkId: 'uat-1', evidence: ref },
    ]);
    await server.close();
  });

  test('hands commands to the session and its answers back, errors too', async () => {
    const { server, client } = await connected('unit/suites');
    client.onCommand(async (name, value) => {
      if (name === 'list') return { got: value };
      throw new RangeError('no such command');
    });
    const link = await server.session('unit/suites');
    expect(await link.command('list', 7)).toEqual({ ok: { got: 7 } });
    expect(await link.command('dance', null)).toMatchObject({ error: 'no such command' });
    await server.close();
  });

  test('hears out the workers of a step, whose words its session can overtake', async () => {
    const { server, client } = await connected('unit/suites');
    const link = await server.session('unit/suites');
    const worker = await connectChannel('worker');
    expect(await link.heardOut(50)).toBe(false);
    worker.tell({ kind: 'check-started', checkId: 'a' });
    worker.close();
    expect(await link.heardOut(10_000)).toBe(true);
    expect([...link.begun]).toEqual(['a']);
    client.close();
    await server.close();
  });

  test('takes the last words of a step that has ended, however slow the disk is', async () => {
    const { server, client, records } = await connected('unit/suites', 100);
    await server.session('unit/suites');
    const told = ['a', 'b', 'c'].map((checkId) => client.record({ kind: 'check-started', checkId }));
    client.close();
    void Promise.allSettled(told);
    await server.hearOut('unit/suites', 10_000);
    expect(records.length).toBe(3);
    await server.close();
  });

  test('cuts off who stays, and takes nothing more from him', async () => {
    const { server, client, records } = await connected('unit/suites', 100);
    await server.session('unit/suites');
    await client.record({ kind: 'check-started', checkId: 'a' });
    await server.hearOut('unit/suites', 20);
    await expect(client.record({ kind: 'check-started', checkId: 'b' })).rejects.toThrow(/is gone/);
    expect(records.length).toBe(1);
    await server.close();
  });

  test('has taken all that it heard when it is closed', async () => {
    const { server, client, records } = await connected('unit/suites', 100);
    await server.session('unit/suites');
    const told = Promise.allSettled(
      ['a', 'b'].map((checkId) => client.record({ kind: 'check-started', checkId })),
    );
    await delay(50);
    await server.close();
    const { length } = records;
    expect(length).toBeGreaterThan(0);
    await told;
    await delay(300);
    expect(records.length).toBe(length);
  });

  test('fails whoever waits when the other side is gone', async () => {
    const { server, client } = await connected('unit/suites');
    const link = await server.session('unit/suites');
    const answer = link.command('list', null);
    client.close();
    await expect(answer).rejects.toThrow(/ended before it answered/);
    await server.close();
    await expect(client.record({ kind: 'check-started', checkId: 'a' })).rejects.toThrow(/is gone/);
  });

  test('puts lines together however they arrive', () => {
    const read = lineReader();
    const lines = ['a', 'b\n', '\nc', 'd\ne\nf', '\n'].flatMap(read);
    expect(lines).toEqual(['ab', '', 'cd', 'e', 'f']);
  });

  test('refuses a line that never ends', () => {
    const read = lineReader();
    expect(() => read('x'.repeat(25 * 1024 * 1024))).toThrow(/bytes on the channel/);
  });

  test('hears no further of whoever sends such a line, and goes on with the others', async () => {
    const { server, client } = await connected('unit/suites');
    const path = process.env[channelVariable] ?? '';
    const broken = connect(path);
    broken.on('error', () => undefined);
    const closed = new Promise((resolve) => broken.once('close', resolve));
    broken.write('x'.repeat(25 * 1024 * 1024));
    await closed;
    await expect(client.record({ kind: 'check-started', checkId: 'a' })).resolves.toBeUndefined();
    client.close();
    await server.close();
  });

  test('carries the beginning of an error that is too long for it, and all that comes after', async () => {
    const { server, client, records } = await connected('unit/suites');
    const error = { type: 'Error', message: 'x'.repeat(25 * 1024 * 1024), stack: '' };
    const base = {
      kind: 'check-finished',
      status: 'failed',
      cause: 'product',
      durationMs: 1,
      error,
    } as const;
    await client.record({ ...base, checkId: 'a' });
    client.tell({ ...base, checkId: 'b' });
    await client.record({ kind: 'check-started', checkId: 'c' });
    const cut = { ...error, message: `${'x'.repeat(262_144)}… (26214400 characters)` };
    const told = records.map(([, record]) => record);
    const finished = told.filter(({ kind }) => kind === 'check-finished');
    expect(
      JSON.stringify(finished) ===
        JSON.stringify(['a', 'b'].map((checkId) => ({ ...base, checkId, error: cut }))),
    ).toBe(true);
    expect(told.at(-1)).toEqual({ kind: 'check-started', checkId: 'c' });
    client.close();
    await server.close();
  });

  test('cuts evidence that is too large for it', async () => {
    const { server, client } = await connected('unit/suites');
    const bytes = Buffer.alloc(17 * 1024 * 1024);
    const ref = await client.keep({ checkId: 'a', name: 'all of it', mediaType: 'text/csv', bytes });
    expect(ref).toMatchObject({ name: 'all of it (cut at 16777216 bytes)', bytes: 16_777_216 });
    client.close();
    await server.close();
  });
});

describe('a check id', () => {
  const roots = { projectDir: '/home/me/project', packageDir: '/home/me/project/node_modules/tollgate' };

  test('is the same from sources and from built code', () => {
    const built = checkFile('/home/me/project/node_modules/tollgate/dist/src/suites/unit/x.suite.js', roots);
    const source = checkFile('/clone/src/suites/unit/x.suite.ts', {
      projectDir: '/clone',
      packageDir: '/clone',
    });
    expect(built).toBe(source);
    const id = (file: string) => checkIdOf({ phase: 'unit', file, titlePath: ['a', 'b'] });
    expect(id(built)).toBe(id(source));
    expect(id(built)).toMatch(/^unit-[0-9a-f]{10}$/);
  });

  test('names files of the project from the project', () => {
    expect(checkFile('/home/me/project/features/own.feature', roots)).toBe('features/own.feature');
  });
});

describe('what an error says', () => {
  test.each([
    [{ name: 'ExpectationFailed' }, 'failed', 'product'],
    [{ name: 'TargetRefusal' }, 'failed', 'product'],
    [{ name: 'HarnessFault', code: 'TARGET_UNREACHABLE' }, 'broken', 'environment'],
    [{ name: 'TestTimeoutError' }, 'broken', 'timed-out'],
    [{ name: 'TypeError' }, 'broken', 'test-defect'],
    [{}, 'broken', 'test-defect'],
  ] as const)('%j', (error, status, cause) => {
    expect(verdictOfError(error)).toEqual({ status, cause });
  });
});
