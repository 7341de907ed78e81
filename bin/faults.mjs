/** `npm run faults [-- ROW…]`: the fault bench, real faults against real runs. See bench/faults/main.ts. */
import { join } from 'node:path';
import { prepare, root, run } from './boot.mjs';

const node = await prepare();
const main = join(root, 'bench', 'faults', 'main.ts');
process.exitCode = await run(node, [main, ...process.argv.slice(2)], { cwd: root });
