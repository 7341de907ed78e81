import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalLine, JournalRecord } from '../../model/observing/record.ts';
import { processTree, waitFor } from '../end-to-end/process-tree.fixture.ts';
import { hostedProject, newProject, type Started, startTollgate } from '../end-to-end/test-run.fixture.ts';

/** For tests only: a run that was cut with all its processes, in the middle of the second of its three checks. */
export interface CutRun {
  readonly project: string;
  readonly id: string;
  readonly runDir: string;
}

const steps = `
import { setTimeout as pause } from 'node:timers/promises';
import { Then, When } from '@cucumber/cucumber';
When('{int} ms pass', (ms) => pause(ms));
Then('all is well', function () { this.story.world.expectEqual('one', 1, 1); });
`;

const scenario = (name: string, ms: number) => `
  Scenario: ${name}
    When ${ms} ms pass
    Then all is well
`;

const feature = `
@own
Feature: What can be cut
${scenario('the first', 1)}${scenario('the second', 3_000)}${scenario('the third', 1)}
`;

const files = { 'steps/own.steps.mjs': steps, 'features/own.feature': feature };
export const cutOptions = ['--phase', 'uat', '--tags', '@own'];

export async function cutRun(): Promise<CutRun> {
  const project = await newProject(hostedProject, files);
  const started = startTollgate(project, ['run', ...cutOptions]);
  const run = await announced(project, started);
  await cutAt(started, run.runDir, 'check-started', 2);
  return run;
}

/** The run folder that a command announced, while it goes on. */
export async function announced(project: string, started: Started): Promise<CutRun> {
  const [, id = ''] = await started.line(/^run (\S+) on /m);
  return { project, id, runDir: join(project, 'reports', id) };
}

/** Ends a run and all that it started at once, when its journal holds the nth record of a kind. */
export async function cutAt(
  started: Started,
  runDir: string,
  ...[kind, n]: readonly [JournalRecord['kind'], number]
): Promise<void> {
  await waitFor(`${n} ${kind}`, () => recordsIn(runDir).filter((record) => record.kind === kind)[n - 1]);
  killAll(started);
  await started.ended;
}

export function killAll({ pid }: Started): void {
  for (const one of processTree(pid).toReversed()) {
    try {
      process.kill(one.pid, 'SIGKILL');
    } catch {
      // It ended with its parent.
    }
  }
}

/** Whole lines of the journal. */
export function recordsIn(runDir: string): readonly JournalRecord[] {
  const path = join(runDir, 'journal.ndjson');
  if (!existsSync(path)) return [];
  const whole = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return whole.map((line) => (JSON.parse(line) as JournalLine).record);
}

/** The same cut run in a project of its own, so that something may be done to it. */
export async function copyOf({ id, runDir }: CutRun): Promise<CutRun> {
  const project = await newProject(hostedProject, files);
  const copy = join(project, 'reports', id);
  await cp(runDir, copy, { recursive: true });
  return { project, id, runDir: copy };
}
