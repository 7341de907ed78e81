import { join } from 'node:path';
import { runFolder, verdictIn } from '../../src/cli/end-to-end/test-run.fixture.ts';
import type { VerdictDocument } from '../../src/model/deciding/verdict.ts';
import { openKillProject, type Reach } from './project.ts';
import { scenarioCounts } from './scenario-counts.ts';
import { requestsIn, writesByWorld } from './target-books.ts';

/** What every killed run has to come to in the end. */
export interface Undisturbed {
  /** How it was asked for. */
  readonly args: readonly string[];
  readonly exitCode: number | null;
  readonly verdict: string;
  /** State and numbers of each phase, one text. */
  readonly phases: string;
  readonly durationMs: number;
  /** When its plan stood, counted from its start. */
  readonly plannedAfterMs: number;
  readonly scenarios: readonly string[];
  readonly writes: ReadonlyMap<string, number>;
}

export async function undisturbedRun(reach: Reach, args: readonly string[] = ['run']): Promise<Undisturbed> {
  const project = await openKillProject(reach);
  try {
    const began = performance.now();
    const started = project.start(args);
    await started.line(/^run (\S+) on /m);
    const plannedAfterMs = performance.now() - began;
    const ended = await started.ended;
    const durationMs = performance.now() - began;
    const runDir = runFolder(project.dir, ended);
    const verdict = await verdictIn(runDir);
    return {
      args,
      exitCode: ended.exitCode,
      verdict: verdict.verdict,
      phases: phasesOf(verdict),
      durationMs,
      plannedAfterMs,
      scenarios: [...scenarioCounts(project.countFile).keys()],
      writes: writesByWorld(requestsIn(project.dataDir ?? join(runDir, 'target'))),
    };
  } finally {
    await project.close();
  }
}

export function phasesOf({ phases }: VerdictDocument): string {
  return phases
    .map((phase) => {
      const { name, state, planned, passed, failed, broken, notRun } = phase;
      return `${name} ${state} ${[planned, passed, failed, broken, notRun].join('/')}`;
    })
    .join(', ');
}
