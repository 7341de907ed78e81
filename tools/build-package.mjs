/**
 * Makes `dist` for the published package: JavaScript of all sources and steps, and what stands beside them as data.
 * npm calls it before it packs. Inside the repository nothing is ever built.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from '../bin/boot.mjs';

/** Read at run time from beside the code; saved reports and golden files are for tests only. */
const dataBesideCode = /\.(css|html|json|svg|yaml)$/;
const forTestsOnly = /\/(saved|golden|__snapshots__)\/|tsconfig\.json$/;

const node = await prepare();
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
compile(['-p', 'tsconfig.build.json']);
compile(['-p', 'src/report/page/browser', '--noEmit', 'false', '--rewriteRelativeImportExtensions']);
const data = readdirSync(join(root, 'src'), { recursive: true })
  .map((file) => join('src', file))
  .filter((file) => dataBesideCode.test(file) && !forTestsOnly.test(file));
for (const file of data) cpSync(join(root, file), join(dist, file));
if (!existsSync(join(dist, 'src', 'main.js')))
  stop('Found no dist/src/main.js after the build, expected one.');
process.stderr.write(`tollgate: dist made, with ${data.length} data files beside the code.\n`);

function compile(args) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const ended = spawnSync(node, [tsc, ...args, '--rootDir', root, '--outDir', dist], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (ended.status !== 0) stop(`"tsc ${args.join(' ')}" ended with ${ended.status}; its errors stand above.`);
}

function stop(message) {
  process.stderr.write(`tollgate: ${message}\n`);
  process.exit(70);
}
