import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openChannel } from '../../../channel/server.ts';
import type { ToolRecord } from '../../../model/observing/record.ts';
import { startTool } from '../../processes/supervise.ts';
import type { RunnerRequest, RunnerSession } from '../../runner.ts';
import { vitest } from '../vitest.ts';

export const repository = resolve(import.meta.dirname, '../../../..');
const cleanups: (() => Promise<unknown>)[] = [];

/** Ends whatever was opened since. */
export async function closeOpened(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

export interface Opened {
  readonly session: RunnerSession;
  readonly records: readonly ToolRecord[];
}

interface Opening {
  readonly requests: readonly RunnerRequest[];
  readonly records: readonly ToolRecord[];
}

/** A real session over small suites that judge no target. */
export async function open(suites: Readonly<Record<string, string>>): Promise<Opened> {
  const { requests, records } = await opening([suites]);
  const [request] = requests;
  if (request === undefined) throw new RangeError('no step');
  const session = await vitest.open(request);
  cleanups.push(() => session.close());
  return { session, records };
}

/** The same, of steps of unit that are listed together. */
export async function openTogether(
  steps: readonly Readonly<Record<string, string>>[],
): Promise<{ readonly sessions: readonly RunnerSession[]; readonly records: readonly ToolRecord[] }> {
  const { requests, records } = await opening(steps);
  const sessions = (await vitest.openTogether?.(requests)) ?? [];
  for (const session of sessions) cleanups.push(() => session.close());
  return { sessions, records };
}

/** Steps of unit, each with its suites. */
async function opening(steps: readonly Readonly<Record<string, string>>[]): Promise<Opening> {
  const packageDir = await realpath(await mkdtemp(join(tmpdir(), 'own-')));
  cleanups.push(() => rm(packageDir, { recursive: true, force: true }));
  await symlink(join(repository, 'node_modules'), join(packageDir, 'node_modules'));
  await writeFile(join(packageDir, 'package.json'), '{"type":"module"}');
  for (const [name, text] of steps.flatMap((suites) => Object.entries(suites)))
    await writeFile(join(packageDir, `${name}.suite.ts`), text);
  const records: ToolRecord[] = [];
  const keep: RunnerRequest['keep'] = async ({ name, mediaType, bytes }) => ({
    sha256: '',
    bytes: bytes.byteLength,
    name,
    mediaType,
  });
  const channel = await openChannel(join(packageDir, 'channel'), {
    keep,
    record: async (_step, told) => void records.push(...told),
  });
  cleanups.push(() => channel.close());
  const requests = steps.map((suites, at): RunnerRequest => {
    const step = `suites-${at}`;
    return {
      phase: 'unit',
      step,
      files: Object.keys(suites).map((name) => join(packageDir, `${name}.suite.ts`)),
      workDir: join(packageDir, 'work', step),
      phaseDir: packageDir,
      projectDir: packageDir,
      packageDir,
      runId: 'run',
      seed: 1,
      tags: null,
      env: {
        PATH: process.env['PATH'] ?? '',
        TOLLGATE_CHANNEL: join(packageDir, 'channel'),
        TOLLGATE_STEP: `unit/${step}`,
      },
      deadlineMs: 60_000,
      start: startTool,
      link: () => channel.session(`unit/${step}`),
      record: async () => undefined,
      keep,
    };
  });
  for (const { workDir } of requests) await mkdir(workDir, { recursive: true });
  return { requests, records };
}
