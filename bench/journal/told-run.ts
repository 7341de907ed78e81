import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { channelVariable, stepVariable } from '../../src/channel/message.ts';
import { openChannel } from '../../src/channel/server.ts';
import { keepEvidence } from '../../src/journal/evidence.ts';
import { createJournal } from '../../src/journal/write.ts';
import { startTool } from '../../src/run/processes/supervise.ts';
import type { RunnerRequest } from '../../src/run/runner.ts';
import { vitest } from '../../src/run/runners/vitest.ts';
import type { TrivialSuites } from './trivial-suites.ts';

export interface ToldRun {
  readonly wallMs: number;
  /** Of that, what this process was busy with: reading the channel, writing and syncing the journal, supervision. */
  readonly busyMs: number;
  readonly records: number;
  readonly passed: number;
}

const deadlineMs = 600_000;
const step = 'unit/suites';

/** The suites as a step of a run: listed, run and ended by the real runner, with channel, journal and supervision. */
export async function toldRun({ dir, workDir, files }: TrivialSuites, round: number): Promise<ToldRun> {
  const journal = await createJournal(join(dir, `journal-${round}.ndjson`), Date.now);
  let records = 0;
  let passed = 0;
  const keep: RunnerRequest['keep'] = (evidence) => keepEvidence(dir, evidence);
  const channelPath = join(dir, `channel-${round}`);
  const channel = await openChannel(channelPath, {
    keep,
    record: async (_step, told) => {
      records += told.length;
      passed += told.filter((one) => one.kind === 'check-finished' && one.status === 'passed').length;
      await journal.append(...told);
    },
  });
  const before = performance.eventLoopUtilization();
  const began = performance.now();
  const session = await vitest.open({
    phase: 'unit',
    step: 'suites',
    files,
    workDir,
    phaseDir: dir,
    projectDir: dir,
    packageDir: dir,
    runId: 'bench',
    seed: 1,
    tags: null,
    env: {
      PATH: process.env['PATH'] ?? '',
      [channelVariable]: channelPath,
      [stepVariable]: step,
    },
    deadlineMs,
    start: startTool,
    link: () => channel.session(step),
    record: async () => undefined,
    keep,
  });
  try {
    const { checks } = await session.list();
    await session.run(checks.map((check) => ({ ...check, disposition: { kind: 'run' } })));
  } finally {
    await session.close();
    await channel.close();
    await journal.close();
  }
  const wallMs = performance.now() - began;
  return { wallMs, busyMs: performance.eventLoopUtilization(before).active, records, passed };
}
