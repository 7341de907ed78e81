/** Plays one project of vitest.config.ts in a child, and answers what was counted with the exit code. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './boot.mjs';
import { readCounts } from './counts.mjs';

export async function playTests(node, project, args) {
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-test-'));
  const countsFile = join(folder, 'counts.json');
  const exitCode = await run(node, [join(root, 'bin', 'run-tests.mjs'), project, ...args], {
    cwd: root,
    env: { TOLLGATE_TEST_COUNTS: countsFile, CI: 'true' },
  });
  const counts = readCounts(() => readFileSync(countsFile, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return { counts, exitCode };
}
