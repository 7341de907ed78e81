/**
 * `npm test`: sets up what is missing, then runs the harness's own tests. Its last line is the count alone, and it ends with
 * an error when anything failed, when a file did not load, on an error outside of a test, and when no test ran.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mainFile, prepare, root, run, stoppedBy } from './boot.mjs';
import { closingLine, exitCodeOf, readCounts } from './counts.mjs';

const node = await prepare();
await run(node, [mainFile(), 'doctor', '--install']);
if (stoppedBy() !== null) process.exit(stoppedBy());

const folder = mkdtempSync(join(tmpdir(), 'tollgate-test-'));
const countsFile = join(folder, 'counts.json');
const exitCode = await run(node, [join(root, 'bin', 'run-tests.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  env: { TOLLGATE_TEST_COUNTS: countsFile, CI: 'true' },
});
const counts = readCounts(() => readFileSync(countsFile, 'utf8'));
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${closingLine(counts)}\n`);
process.exitCode = exitCodeOf(counts, exitCode);
