/**
 * `npm run bench [-- WORD…]`: runs the benchmarks whose name holds a word, or all, one after another. Numbers and options are
 * handed on to them: `npm run bench -- kills 50 --by-url`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, run } from './boot.mjs';

const node = await prepare();
const given = process.argv.slice(2);
const isHandedOn = (word) => /^(\d+$|--)/.test(word);
const words = given.filter((word) => !isHandedOn(word));
const handedOn = given.filter(isHandedOn);
const isWanted = (name) => words.length === 0 || words.some((word) => name.includes(word));
const names = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.bench.ts') && isWanted(name));
if (names.length === 0)
  process.stderr.write(`tollgate: no benchmark in bench/ holds "${words.join('" or "')}".\n`);
let exitCode = names.length === 0 ? 64 : 0;
for (const name of names.sort()) {
  process.stdout.write(`${name}\n`);
  const ended = await run(node, [join(root, 'bench', name), ...handedOn], { cwd: root });
  exitCode ||= ended;
}
process.exitCode = exitCode;
