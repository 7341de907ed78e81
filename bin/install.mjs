/** Installs the packages of a clone, once per lockfile: `node_modules/.boot-stamp` says for which one it was done. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { holdLock } from './lock.mjs';

/** Does nothing, within milliseconds and without network, when the stamp fits. Throws what to do when it cannot. */
export async function installPackages(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = stampOf(lockText);
  const isDone = () => readOr(join(root, 'node_modules', '.boot-stamp'), '') === stamp;
  if (isDone()) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  const release = await holdLock(join(root, '.cache', 'install.lock'), (owner) =>
    say(`process ${owner} is installing the packages; waiting for it.`),
  );
  try {
    if (isDone()) return;
    if (!isInstalledByHand(root, JSON.parse(lockText))) await cleanInstall(root, release.addOwner);
    linkCommand(root);
    writeFileSync(join(root, 'node_modules', '.boot-stamp'), stamp);
  } finally {
    release();
  }
}

export function stampOf(lockText) {
  return createHash('sha256').update(`${lockText}\n${process.platform} ${process.arch}`).digest('hex');
}

/** Somebody's own `npm ci` or `npm install` of this very lockfile is as good as ours. */
export function isInstalledByHand(root, lockfile) {
  const installed = JSON.parse(readOr(join(root, 'node_modules', '.package-lock.json'), '{}')).packages;
  if (installed === undefined) return false;
  return Object.entries(lockfile.packages).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link === true) return true;
    if (installed[path] === undefined) return entry.optional === true && !isRuntimeHere(path);
    return installed[path].version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

/** Optional by name only: without it nothing starts on the machine that it is for. */
function isRuntimeHere(path) {
  return path === `node_modules/node-${process.platform}-${process.arch}`;
}

async function cleanInstall(root, addOwner) {
  say(
    'installing the packages that package-lock.json names, with Node 24 among them: about 230 MB to fetch, 550 MB on disk. ' +
      'Only on the first start and after a change of package-lock.json.',
  );
  const started = Date.now();
  const exitCode = await npm(
    ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'],
    root,
    addOwner,
  );
  if (exitCode !== 0) {
    throw new Error(
      `"npm ci" ended with ${exitCode}, expected 0. Its message stands above. ` +
        'With network and a registry within reach, start again: a half-done install is repaired.',
    );
  }
  say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** The npm that started us, on its own Node: the one below node_modules is about to be removed. */
function npm(args, root, addOwner) {
  const { npm_node_execpath: node, npm_execpath: script } = process.env;
  const isKnown = node !== undefined && script?.endsWith('.js') && !node.startsWith(root);
  const [command, first] = isKnown ? [node, [script]] : ['npm', []];
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => entry !== join(root, 'node_modules', '.bin'));
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    // What npm prints is progress, not the result of the command: it goes to standard error.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PATH: path.join(delimiter) },
  });
  // A start that is killed leaves npm alive for a moment; the next one must wait for it too.
  if (child.pid !== undefined) addOwner(child.pid);
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new Error(`npm did not start: ${error.message}. Install npm, then start again.`)),
    );
    child.on('exit', (exitCode, signal) => resolve(exitCode ?? signal));
  });
}

/** npm links the commands of dependencies, not our own: with this `npx tollgate` works in the clone. */
function linkCommand(root) {
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
  const link = join(root, 'node_modules', '.bin', 'tollgate');
  if (!existsSync(link)) symlinkSync(join('..', '..', 'bin', 'tollgate.mjs'), link);
}

function say(text) {
  process.stderr.write(`tollgate: ${text}\n`);
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  }
}
