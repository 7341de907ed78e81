/** All tests, as continuous integration runs them: the harness's own, the long ones, those against real billing systems. One count. */
import { mainFile, prepare, run, stoppedBy } from './boot.mjs';
import { addCounts, closingLine, exitCodeOf } from './counts.mjs';
import { playTests } from './play-tests.mjs';
import { playSystems } from './systems.mjs';

const node = await prepare();
await run(node, [mainFile(), 'doctor', '--install']);
if (stoppedBy() !== null) process.exit(stoppedBy());

const harness = await playTests(node, 'harness*', []);
if (stoppedBy() !== null) process.exit(stoppedBy());
const long = await playTests(node, 'long', []);
if (stoppedBy() !== null) process.exit(stoppedBy());
const systems = await playSystems(node, []);
const counts = [harness, long, systems].map((one) => one.counts).reduce(addCounts);
process.stdout.write(`${closingLine(counts)}\n`);
process.exitCode = exitCodeOf(counts, harness.exitCode || long.exitCode || systems.exitCode);
