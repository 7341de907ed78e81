/**
 * `npm test`: sets up what is missing, then runs the harness's own tests. Its last line is the count alone, and it ends with
 * an error when anything failed, when a file did not load, on an error outside of a test, and when no test ran.
 */
import { mainFile, prepare, run, stoppedBy } from './boot.mjs';
import { closingLine, exitCodeOf } from './counts.mjs';
import { playTests } from './play-tests.mjs';

const node = await prepare();
await run(node, [mainFile(), 'doctor', '--install']);
if (stoppedBy() !== null) process.exit(stoppedBy());

const { counts, exitCode } = await playTests(node, 'harness*', process.argv.slice(2));
process.stdout.write(`${closingLine(counts)}\n`);
process.exitCode = exitCodeOf(counts, exitCode);
