/** `npm run falsealarms [-- SEEDS] [--http N]`: a sound billing system under many seeds. See bench/falsealarms/main.ts. */
import { join } from 'node:path';
import { prepare, root, run } from './boot.mjs';

const node = await prepare();
const main = join(root, 'bench', 'falsealarms', 'main.ts');
process.exitCode = await run(node, [main, ...process.argv.slice(2)], { cwd: root });
