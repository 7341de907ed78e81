/** `npm run bench [-- WORD…]`: runs the benchmarks whose name holds a word, or all, one after another. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, run } from './boot.mjs';

const node = await prepare();
const words = process.argv.slice(2);
const isWanted = (name) => words.length === 0 || words.some((word) => name.includes(word));
const names = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.bench.ts') && isWanted(name));
if (names.length === 0)
  process.stderr.write(`tollgate: no benchmark in bench/ holds "${words.join('" or "')}".\n`);
let exitCode = names.length === 0 ? 64 : 0;
for (const name of names.sort()) {
  process.stdout.write(`${name}\n`);
  const ended = await run(node, [join(root, 'bench', name)], { cwd: root });
  exitCode ||= ended;
}
process.exitCode = exitCode;
