/** The tests against real billing systems: what they need from the machine, and what is said of them where it is not there. */
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mainFile, root, run } from './boot.mjs';
import { playTests } from './play-tests.mjs';

/** Answers counts and exit code as playTests does; tests that cannot run here are skipped, and named with the reason. */
export async function playSystems(node, args) {
  const lacks = whatLacks();
  if (lacks.length > 0) return notRun(`this machine lacks ${lacks.join(', ')}`);
  const installed = await run(node, [mainFile(), 'doctor', '--install', 'killbill']);
  if (installed !== 0) return notRun('Kill Bill could not be fetched; the reason stands above');
  return playTests(node, 'systems', args);
}

/** Of what no npm package and no download of ours brings. */
function whatLacks() {
  const needed = { Java: ['java', 'javac'], Maven: ['mvn'], PostgreSQL: ['initdb', 'postgres'] };
  return Object.entries(needed)
    .filter(([, programs]) => !programs.every(isHere))
    .map(([name]) => name);
}

function isHere(program) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...debianFolders()];
  return folders.some((folder) => folder !== '' && isExecutable(join(folder, program)));
}

/** Debian keeps PostgreSQL off PATH, by major version. */
function debianFolders() {
  const above = '/usr/lib/postgresql';
  return existsSync(above) ? readdirSync(above).map((version) => join(above, version, 'bin')) : [];
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function notRun(reason) {
  const names = readdirSync(join(root, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.system.test.ts'))
    .map((file) => join('src', file))
    .sort()
    .flatMap((file) => testsOf(file).map((title) => `${file} > ${title}`));
  for (const name of names) process.stdout.write(`not run: ${name}: ${reason}\n`);
  return { counts: { passed: 0, failed: 0, skipped: names.length, errors: 0 }, exitCode: 0 };
}

/** Read, not loaded: these files import what needs the machine's programs. */
function testsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^\s*test(?:\.\w+)*\(\s*'([^']+)'/gm)].map(([, title]) => title);
}
