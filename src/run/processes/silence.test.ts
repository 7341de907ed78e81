import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelVariable, stepVariable } from '../../channel/message.ts';
import { type ChannelServer, openChannel } from '../../channel/server.ts';
import { watchSilence } from './silence.ts';
import { startTool, type ToolProcess } from './supervise.ts';

const client = new URL('../../channel/client.ts', import.meta.url).href;
const silenceMs = 2_500;
let folder = '';
let channel: ChannelServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tollgate-'));
  channel = await openChannel(join(folder, 'channel'), {
    record: async () => undefined,
    keep: () => Promise.reject(new RangeError('nothing is kept here')),
  });
});

afterAll(async () => {
  await channel.close();
  await rm(folder, { recursive: true, force: true });
});

/** A session that does what the command says. */
function session(step: string, answers: string): ToolProcess {
  const script = `
    import { connectChannel } from ${JSON.stringify(client)};
    const channel = await connectChannel('session');
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    channel.onCommand(async () => { ${answers} });`;
  const tool = startTool({
    command: process.execPath,
    args: ['--input-type=module', '-e', script],
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      [channelVariable]: join(folder, 'channel'),
      [stepVariable]: step,
    },
    deadlineMs: 60_000,
  });
  const unwatch = watchSilence({
    signs: () => channel.signsOf(step),
    group: tool.pid,
    silenceMs,
    onSilent: (why) => tool.expire(why),
  });
  void tool.exit.then(unwatch);
  return tool;
}

describe('a session of a step', () => {
  test('that is busy for ever is stopped, and named', async () => {
    const tool = session('unit/busy', 'for (;;);');
    const link = await channel.session('unit/busy');
    void link.command('run', null).catch(() => undefined);
    const exit = await tool.exit;
    expect(exit.timedOut).toBe(true);
    expect(exit.output).toMatch(/silent: session \d+ gave no sign of life for \d+ s/);
  });

  test('that is held by a stop signal is stopped, and named', async () => {
    const tool = session('unit/held', "process.kill(process.pid, 'SIGSTOP'); await pause(60000);");
    const link = await channel.session('unit/held');
    void link.command('run', null).catch(() => undefined);
    const exit = await tool.exit;
    expect(exit.timedOut).toBe(true);
    expect(exit.output).toMatch(/silent: /);
  });

  test('that works long, or waits for work, is left alone', async () => {
    const tool = session('unit/slow', 'await pause(4000); return 7;');
    const link = await channel.session('unit/slow');
    expect(await link.command('run', null)).toEqual({ ok: 7 });
    for (const held of ['SIGSTOP', 'SIGCONT'] as const) {
      process.kill(-tool.pid, held);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
    expect(await link.command('run', null)).toEqual({ ok: 7 });
    expect((await tool.stop()).timedOut).toBe(false);
  });
});
