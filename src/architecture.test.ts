import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The import table of README.md, section "The house". A new room needs a line there and here. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  project: ['model'],
  target: ['model'],
  channel: ['model'],
  journal: ['model'],
  oracle: ['model'],
  neighbours: ['model'],
  sandbox: ['model'],
  report: ['model'],
  reconcile: ['model', 'oracle', 'channel'],
  drivers: ['model', 'target', 'channel'],
  hosts: ['model'],
  scenario: ['model', 'target', 'drivers', 'channel', 'oracle', 'neighbours'],
  suites: ['model', 'scenario', 'oracle'],
  decide: ['model', 'journal'],
  run: ['model', 'project', 'journal', 'channel', 'hosts'],
  prove: ['model', 'project', 'journal', 'channel', 'run'],
  'prove/worker': ['model', 'channel', 'run', 'target', 'drivers', 'scenario', 'sandbox', 'prove'],
  cli: ['model', 'project', 'target', 'journal', 'channel', 'hosts', 'run', 'prove', 'decide', 'report'],
  steps: ['model', 'scenario', 'oracle'],
  perf: [],
};

/** npm packages that belong in one place, so that what they do happens only there. */
const packagePlaces: Readonly<Record<string, RegExp>> = {
  'playwright-core': /^src\/(scenario|report|hosts)\//,
  '@axe-core/playwright': /^src\/(report|sandbox)\//,
  vitest:
    /^(src\/(suites|scenario\/check|target\/contract|channel\/vitest|run\/runners\/vitest)|vitest\.config|bin)/,
  '@cucumber/cucumber': /^(steps\/|src\/(run\/runners\/cucumber|channel\/cucumber))/,
  fastify: /^src\/sandbox\//,
  'node:sqlite': /^src\/sandbox\//,
  undici: /^src\/drivers\//,
  '@duckdb/node-api': /^src\/reconcile\//,
  commander: /^src\/cli\//,
  supertest: /^src\/(suites|sandbox)\//,
  yaml: /^src\/project\//,
  'node:child_process': /^(src\/run\/processes\/(supervise|leash|detached)|src\/hosts\/command)\.ts$/,
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sources = globSync(['src/**/*.ts', 'steps/**/*.ts', 'perf/**/*.ts'], { cwd: root })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => !file.includes('/saved/'))
  .sort();
const production = sources.filter((file) => !/\.test\.ts$|\.fixture\.ts$|test-support/.test(file));

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const imports: readonly Import[] = production.flatMap((file) => importsOf(file));

describe('the house', () => {
  test('has files to look at', () => {
    expect(production.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(200);
  });

  test('has only the rooms of the table', () => {
    const rooms = new Set(production.map(roomOf).filter((room) => room !== ''));
    expect([...rooms].filter((room) => !Object.hasOwn(mayImport, room))).toEqual([]);
  });

  test('each room imports only what the table allows', () => {
    const wrong = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ file, specifier }) => ({
        file,
        to: relative(root, resolve(root, dirname(file), specifier))
          .split(sep)
          .join('/'),
      }))
      .filter(({ file, to }) => !isAllowed(file, to))
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test('packages stay where they belong', () => {
    const wrong = imports
      .filter(({ file, specifier }) =>
        packageOf(specifier).some((name) => packagePlaces[name]?.test(file) === false),
      )
      .map(({ file, specifier }) => `${file} imports ${specifier}`);
    expect(wrong).toEqual([]);
  });

  test('only main.ts reads the arguments and sets the exit code of the command line', () => {
    const isEntry =
      /^src\/(main|run\/processes\/leash|run\/standing\/keeper|run\/runners\/[a-z0-9]+\/session|drivers\/agent|sandbox\/main|sandbox\/list-defects|scenario\/cases\/main|reconcile\/main)\.ts$/;
    const wrong = production.filter(
      (file) => !isEntry.test(file) && /process\.(argv|exitCode)\b/.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  test('no file is a drawer', () => {
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(file))).toEqual([]);
  });

  test('no check expects what always holds, or takes an error of the target for a refusal', () => {
    const checks = production.filter((file) => /^(steps|src\/suites|src\/scenario)\//.test(file));
    const always = /expectThat\(\s*true\b/;
    const anyError = /expectThat\([^;]*!== 'accepted'/;
    expect(checks.filter((file) => always.test(read(file)))).toEqual([]);
    // An event of usage is answered by a word for itself.
    const isOfEvents = (file: string) => file.endsWith('/idempotency.suite.ts');
    expect(checks.filter((file) => anyError.test(read(file)) && !isOfEvents(file))).toEqual([]);
  });

  // What one of them says of a file that is done is in no record when the run is cut before its step is.
  test('no suite has a hook whose failure belongs to no check', () => {
    const suites = production.filter((file) => file.startsWith('src/suites/'));
    expect(suites.length).toBeGreaterThan(100);
    expect(suites.filter((file) => /\b(before|after)(All|Each)\b/.test(read(file)))).toEqual([]);
  });

  test('no scenario, step or suite names a target or a defect', () => {
    const defects = globSync('src/sandbox/defects/*/*.ts', { cwd: root })
      .filter((file) => !file.includes('witnesses'))
      .map((file) => file.replace(/^.*[\\/]|\.ts$/g, ''));
    const texts = [...production, ...globSync('features/**/*.feature', { cwd: root })].filter((file) =>
      /^(features|steps|src\/suites|src\/scenario)\//.test(file),
    );
    const names = defects.filter((name) => name !== 'index');
    // A published case names the repository that it comes from.
    const namesATarget = (file: string) =>
      !file.startsWith('src/scenario/cases/') && /kill ?bill/i.test(read(file));
    const wrong = texts.filter(
      (file) =>
        names.some((name) => read(file).includes(name)) ||
        /\bsandbox\b/i.test(read(file)) ||
        namesATarget(file),
    );
    expect(names.length).toBeGreaterThan(290);
    expect(wrong).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(
    /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...found].map((match) => ({ file, specifier: match[1] ?? match[2] ?? '' }));
}

function roomOf(file: string): string {
  const [first = '', second = '', third = ''] = file.split('/');
  if (first !== 'src') return first;
  if (Object.hasOwn(mayImport, `${second}/${third}`)) return `${second}/${third}`;
  return second.includes('.') ? '' : second;
}

function isAllowed(file: string, to: string): boolean {
  const [from, into] = [roomOf(file), roomOf(to)];
  if (from === into) return true;
  if (file === 'src/main.ts') return into === 'cli' || into === 'model';
  return mayImport[from]?.includes(into) ?? false;
}

function packageOf(specifier: string): string[] {
  return Object.keys(packagePlaces).filter((name) => specifier === name || specifier.startsWith(`${name}/`));
}
