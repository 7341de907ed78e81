import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { HostProcess } from './host.ts';
import { listeningAt, sandboxHost } from './sandbox.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('one that never listens is ended, so that nobody waits for it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'host-'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const ended = Promise.withResolvers<Awaited<HostProcess['exit']>>();
  let stops = 0;
  const silent = {
    exit: ended.promise,
    onLine: (listener: (line: string) => void) => listener('{ what a defect may print'),
    stop: async () => {
      stops += 1;
    },
  };
  const started = sandboxHost.start({
    dataDir,
    start: () => silent as unknown as HostProcess,
    env: {},
    defect: null,
    settings: { version: null, database: null },
  });
  const refused = expect(started).rejects.toMatchObject({ code: 'TARGET_UNREACHABLE' });
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  vi.advanceTimersByTime(60_000);
  await refused;
  expect(stops).toBe(1);
  await rm(dataDir, { recursive: true });
});

test('says where it listens in one line of its own', () => {
  expect(listeningAt('{"kind":"listening","url":"http://127.0.0.1:8080"}')).toBe('http://127.0.0.1:8080');
  for (const line of ['{', '{}', 'http://127.0.0.1:8080', '{"kind":"listening"}'])
    expect(listeningAt(line)).toBeNull();
});
