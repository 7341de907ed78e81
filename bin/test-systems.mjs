/** `npm run test:systems`: the tests against real billing systems, where Java, Maven and PostgreSQL are there. */
import { prepare, stoppedBy } from './boot.mjs';
import { closingLine } from './counts.mjs';
import { playSystems } from './systems.mjs';

const node = await prepare();
const { counts, exitCode } = await playSystems(node, process.argv.slice(2));
process.stdout.write(`${closingLine(counts)}\n`);
process.exitCode = stoppedBy() ?? (exitCode !== 0 || counts.failed + counts.errors === 0 ? exitCode : 1);
