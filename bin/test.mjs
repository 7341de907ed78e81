/**
 * `npm test`: sets up what is missing, then runs the harness's own tests. Its last line is the count alone, and it ends with
 * an error when anything failed, when a file did not load, on an error outside of a test, and when no test ran.
 * `npm run test:long`: the same for whole runs that are killed, or meet a fault of the machine; they take minutes.
 */
import { mainFile, prepare, run, stoppedBy } from './boot.mjs';
import { closingLine, exitCodeOf } from './counts.mjs';
import { playTests } from './play-tests.mjs';

const node = await prepare();
await run(node, [mainFile(), 'doctor', '--install']);
if (stoppedBy() !== null) process.exit(stoppedBy());

const given = process.argv.slice(2);
const [project, args] = given[0] === '--long' ? ['long', given.slice(1)] : ['harness*', given];
const { counts, exitCode } = await playTests(node, project, args);
process.stdout.write(`${closingLine(counts)}\n`);
process.exitCode = exitCodeOf(counts, exitCode);
