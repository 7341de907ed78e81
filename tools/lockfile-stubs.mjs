/**
 * Names in the lockfile the builds for other platforms that the registry behind the last `npm install` did not have.
 *
 * `npm install` leaves such optional packages out of the lockfile without a word, and `npm ci` then refuses that very
 * lockfile ("Missing: … from lock file"). A stub says which platform a build is for, so that `npm ci` skips it here and
 * fetches it where it fits. Run `node tools/lockfile-stubs.mjs` after each change of dependencies; `--check` only tells.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = [
  'linux',
  'darwin',
  'win32',
  'android',
  'freebsd',
  'openharmony',
  'aix',
  'sunos',
  'netbsd',
  'openbsd',
];
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** Every optional dependency without an entry: where it belongs and what it is. */
export function missingStubs(lockfile) {
  const packages = lockfile.packages;
  const missing = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, path, name)) continue;
      missing[`node_modules/${name}`] = stub(name, version, entry);
    }
  }
  return missing;
}

/** The lockfile with the stubs in, its packages in npm's order. */
export function withStubs(lockfile) {
  const packages = { ...lockfile.packages, ...missingStubs(lockfile) };
  const paths = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
  return { ...lockfile, packages: Object.fromEntries(paths.map((path) => [path, packages[path]])) };
}

/** Looks where Node would look: in the package's own node_modules, then in each one above. */
function isLocked(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}

function stub(name, version, parent) {
  if (!/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(
      `Found ${name}@${version}, expected one exact version. Add its entry to package-lock.json by hand.`,
    );
  }
  const words = name.split(/[-/_]/);
  const system = systems.find((word) => words.includes(word));
  const processor = processors.find((word) => words.includes(word));
  if (system === undefined || processor === undefined) {
    throw new Error(
      `Found ${name}, expected a platform in its name. Add its entry to package-lock.json by hand.`,
    );
  }
  return {
    version,
    cpu: [processor],
    ...(parent.dev === true && { dev: true }),
    ...libraryOf(name, parent),
    optional: true,
    os: [system],
  };
}

/** `…-linux-x64` stands for glibc only where a musl build stands beside it. */
function libraryOf(name, parent) {
  if (/musl/.test(name)) return { libc: ['musl'] };
  const hasMuslTwin = `${name}-musl` in parent.optionalDependencies;
  return /gnu/.test(name) || hasMuslTwin ? { libc: ['glibc'] } : {};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lockfile = JSON.parse(readFileSync(file, 'utf8'));
  const names = Object.keys(missingStubs(lockfile));
  if (process.argv.includes('--check')) {
    process.stdout.write(names.map((name) => `missing: ${name}\n`).join(''));
    process.exitCode = names.length === 0 ? 0 : 1;
  } else {
    writeFileSync(file, `${JSON.stringify(withStubs(lockfile), null, 2)}\n`);
    process.stdout.write(`${names.length} stubs added\n`);
  }
}
