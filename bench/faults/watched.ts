import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ofStep,
  processTree,
  type SeenProcess,
  waitFor,
} from '../../src/cli/end-to-end/process-tree.fixture.ts';
import type { Ended, Started, StartOptions } from '../../src/cli/end-to-end/test-run.fixture.ts';
import type { JournalLine, JournalRecord } from '../../src/model/observing/record.ts';
import type { Scene } from './scene.ts';

/** A run under way, seen from outside through its journal and its processes. */
export interface Watched {
  readonly started: Started;
  readonly runId: string;
  readonly runDir: string;
  readonly ended: Promise<Ended>;
  records(): readonly JournalRecord[];
  /** Waits for a record; fails loudly when it never comes. */
  sees(what: string, fits: (record: JournalRecord) => boolean): Promise<unknown>;
  /** The processes of one step, such as "unit/suites", whose command fits. */
  processesOf(step: string, command: RegExp): readonly SeenProcess[];
}

/** Starts the run of the scene and waits until its folder is known. */
export async function watchRun(scene: Scene, options: StartOptions = {}): Promise<Watched> {
  const started = scene.startRun(options);
  const [, runId = ''] = await started.line(/^run (\S+) on /m);
  const runDir = join(scene.project, 'reports', runId);
  const records = () => recordsIn(runDir);
  return {
    started,
    runId,
    runDir,
    ended: started.ended,
    records,
    sees: (what, fits) => waitFor(what, () => records().find(fits)),
    processesOf: (step, command) =>
      ofStep(processTree(started.pid), step).filter((one) => command.test(one.command)),
  };
}

export function recordsIn(runDir: string): readonly JournalRecord[] {
  const path = join(runDir, 'journal.ndjson');
  if (!existsSync(path)) return [];
  const whole = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return whole.map((line) => (JSON.parse(line) as JournalLine).record);
}

export const begins =
  (step: string) =>
  (record: JournalRecord): boolean =>
    record.kind === 'step-started' && `${record.phase}/${record.step}` === step;

export const checkOf =
  (kind: 'check-started' | 'check-finished', phase: string) =>
  (record: JournalRecord): boolean =>
    record.kind === kind && record.checkId.startsWith(`${phase}-`);

/** The run itself and everything that it started, at one stroke and without a word. */
export function killTree(pid: number): void {
  for (const one of processTree(pid)) killOne(one.pid);
}

/** Does something while the process stands still, so that it cannot run ahead of it. */
export function atStandstill(pid: number, act: () => void): void {
  process.kill(pid, 'SIGSTOP');
  try {
    act();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

export function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
