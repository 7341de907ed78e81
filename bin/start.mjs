/** `npm start`: sets up what is missing, then judges. Arguments go to `tollgate run`. */
import { mainFile, prepare, run, stoppedBy } from './boot.mjs';

const node = await prepare();
// What could not be had is told there and again in the verdict; the phases that can run shall run.
await run(node, [mainFile(), 'doctor', '--install']);
process.exitCode = stoppedBy() ?? (await run(node, [mainFile(), 'run', ...process.argv.slice(2)]));
