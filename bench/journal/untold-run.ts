import { join } from 'node:path';
import { startTool } from '../../src/run/processes/supervise.ts';
import type { TrivialSuites } from './trivial-suites.ts';

export interface UntoldRun {
  readonly wallMs: number;
  readonly passed: number;
}

/** The same suites in the same vitest with nobody to tell: no channel, no reporter of ours, no journal. */
export async function untoldRun({ dir, workDir, files }: TrivialSuites): Promise<UntoldRun> {
  const began = performance.now();
  const tool = startTool({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'untold-session.ts')],
    cwd: dir,
    env: {
      PATH: process.env['PATH'] ?? '',
      UNTOLD_SUITES: JSON.stringify({ dir, files, reportFile: join(workDir, 'untold.json') }),
    },
    deadlineMs: 600_000,
  });
  const lines: string[] = [];
  tool.onLine((line) => lines.push(line));
  const { exitCode, output } = await tool.exit;
  const wallMs = performance.now() - began;
  const said = lines.find((line) => line.startsWith('{"passed"'));
  if (exitCode !== 0 || said === undefined) throw new Error(`vitest alone ended with ${exitCode}: ${output}`);
  return { ...(JSON.parse(said) as Pick<UntoldRun, 'passed'>), wallMs };
}
