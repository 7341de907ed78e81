import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import type { Shell } from './cli/command.ts';
import { commands } from './cli/index.ts';
import { gateLimits } from './cli/policy.ts';
import { verdictExitCodes } from './decide/judge.ts';
import { installables } from './hosts/index.ts';
import { hosts } from './hosts/targets.ts';
import { faultExitCodes } from './model/fault.ts';
import { phaseNames } from './model/observing/phase.ts';
import { describeError, readYaml } from './project/located-yaml.ts';
import { readPolicy } from './project/policy-file.ts';
import { projectFileSchema } from './project/project-file.ts';

/** What README.md and CONTRIBUTING.md say of the code, held against the code. */
const root = dirname(import.meta.dirname);
const pages = ['README.md', 'CONTRIBUTING.md'];
const furtherPages = ['data/README.md', ...globSync('docs/*.md', { cwd: root })];
const readme = read('README.md');

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The text below a heading, up to the next one of its level. */
function section(title: string): string {
  const [, text] = readme.split(`\n## ${title}\n`);
  if (text === undefined) throw new Error(`README.md has no section "${title}"`);
  return text.split('\n## ')[0] ?? '';
}

/** The cells of each table row of a text, without head and rule. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = withoutBlocks(text)
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter(
      (line, at) => line.startsWith('|') && !line.startsWith('|---') && !lines[at + 1]?.startsWith('|---'),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** Drawings and listings have bars and backticks of their own. */
function withoutBlocks(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

function codesIn(text: string): readonly string[] {
  return [...withoutBlocks(text).matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

function declaredCommands(): Command {
  const silent = () => undefined;
  const shell: Shell = {
    cwd: root,
    out: silent,
    err: silent,
    write: silent,
    isTerminal: false,
    columns: 80,
    color: false,
  };
  const program = new Command('tollgate');
  for (const command of commands) command.declare(program, shell, silent);
  return program;
}

describe('commands', () => {
  const rows = rowsOf(section('Commands'));

  test('the table has each command, with each of its options, in the order of --help', () => {
    const told = rows.map(([command = '', , options = '']) => ({
      name: codesIn(command)[0]?.split(' ')[1],
      options: codesIn(options),
    }));
    const known = declaredCommands().commands.map((command) => ({
      name: command.name(),
      options: command.options.map((option) => option.long),
    }));
    expect(told).toEqual(known);
    expect(known.length).toBeGreaterThan(8);
  });

  test.each([...pages, ...furtherPages])('%s names no command and no option that is not there', (page) => {
    const known = new Map(declaredCommands().commands.map((command) => [command.name(), command.options]));
    const calls = [...read(page).matchAll(/npx tollgate ([a-z]+)([^`\n]*)/g)];
    const wrong = calls.filter(([, name = '', rest = '']) => {
      const options = known.get(name);
      const used = rest.split(/ #/)[0]?.match(/--[a-z-]+/g) ?? [];
      return options === undefined || used.some((one) => !options.some((option) => option.long === one));
    });
    expect(calls.length).toBeGreaterThan(pages.includes(page) ? 4 : -1);
    expect(wrong.map(([call]) => call)).toEqual([]);
  });

  test('every npm script that is named exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm (?:run ([a-z]+)|(start|test)\b)/g)]);
    expect(named.map(([, script, short]) => script ?? short ?? '').filter((name) => !scripts[name])).toEqual(
      [],
    );
    expect(named.length).toBeGreaterThan(3);
  });
});

test('of the targets that are not shipped yet those are excepted that are', () => {
  const [line = ''] = /- \*\*Other shipped targets[^\n]*/.exec(section('Not yet')) ?? [];
  const told = line.toLowerCase().replaceAll(' ', '');
  expect(hosts.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([]);
});

test('the exit codes are those of verdicts and faults, by name', () => {
  const told = rowsOf(section('Exit codes')).map(([code, name = '']) => [codesIn(name)[0], Number(code)]);
  expect(Object.fromEntries(told)).toEqual({ ...verdictExitCodes, ...faultExitCodes });
  expect(told.map(([, code]) => code)).toEqual(told.map(([, code]) => Number(code)).sort((a, b) => a - b));
});

test('what the set-up fetches is as large as the set-up itself says', () => {
  const said = [read('bin/install.mjs'), ...installables.map((tool) => tool.sizeText)];
  const sizes = said.flatMap((text) => text.match(/\d+ MB/g) ?? []);
  expect(sizes.length).toBeGreaterThan(6);
  expect(sizes.filter((size) => !section('Start').includes(size))).toEqual([]);
});

test('the phases are those of the model, in their order', () => {
  const rows = rowsOf(section('How a run goes'));
  expect(rows.map(([phase = '']) => codesIn(phase)[0])).toEqual([...phaseNames]);
});

describe('the house', () => {
  const rows = rowsOf(section('The house')).map(([folder = '', , imports = '']) => ({
    folder: codesIn(folder)[0] ?? '',
    imports: imports === 'nothing' ? [] : imports.split(', '),
  }));

  test('each room of src has its row, and each row its room', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `src/${entry.name}`);
    const told = rows.map(({ folder }) => folder).filter((folder) => folder.startsWith('src/'));
    const isWithin = (folder: string) => folder.split('/').length > 2;
    expect(told.filter((folder) => !isWithin(folder)).toSorted()).toEqual(rooms.toSorted());
    expect(told.filter((folder) => isWithin(folder) && !existsSync(join(root, folder)))).toEqual([]);
  });

  test('who may import whom is what architecture.test.ts allows', () => {
    const [, table = ''] = read('src/architecture.test.ts').split(/const mayImport: [^=]*= \{\n/);
    const entries = [...(table.split('\n};')[0] ?? '').matchAll(/^ {2}'?([\w/]+)'?: \[([^\]]*)\],$/gm)];
    const allowed = entries.map(([, room = '', imports = '']) => [
      room,
      [...imports.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '').toSorted(),
    ]);
    const told = rows.map(({ folder, imports }) => [folder.replace('src/', ''), imports.toSorted()]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(allowed));
    expect(allowed.length).toBeGreaterThan(15);
  });
});

describe('what can be pointed at is there', () => {
  const links = (page: string) =>
    [...read(page).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? '');

  test.each([...pages, ...furtherPages])('every link and picture of %s', (page) => {
    const local = links(page).filter((link) => !/^[a-z]+:/.test(link));
    expect(local.length).toBeGreaterThan(pages.includes(page) ? 0 : -1);
    expect(local.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  test('every picture is used, and none is heavy', () => {
    const pictures = globSync('docs/**/*.png', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
    const documents = ['README.md', ...globSync('docs/*.md', { cwd: root })];
    const shown = documents.flatMap((page) =>
      links(page)
        .filter((link) => link.endsWith('.png'))
        .map((link) => posix.join(posix.dirname(page.replaceAll('\\', '/')), link)),
    );
    expect(pictures.toSorted()).toEqual(shown.toSorted());
    expect(pictures.filter((file) => readFileSync(join(root, file)).length >= 200_000)).toEqual([]);
  });

  /** Rows of "Adding one of each thing" name a file that is yet to be written, and NAME stands for any name. */
  test.each(pages)('every path that %s names', (page) => {
    const isInvented = new Set(
      rowsOf(section('Adding one of each thing')).flatMap(([, file = '']) => codesIn(file)),
    );
    const named = codesIn(read(page)).filter(
      (text) =>
        /^(src|steps|features|perf|data|bin|tools|bench|docs)(\/[\w.*-]+)*\/?$/.test(text) &&
        !/NAME/.test(text),
    );
    const missing = named.filter(
      (path) => !isInvented.has(path) && globSync(path, { cwd: root }).length === 0,
    );
    expect(named.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });

  test.each(pages)('no line of %s is too long to read beside another', (page) => {
    const long = read(page)
      .split('\n')
      // The row of a table cannot be broken.
      .filter((line) => line.length >= (line.startsWith('|') ? 150 : 140));
    expect(long).toEqual([]);
  });
});

describe('the example of an own project', () => {
  const [project = '', policy = ''] = [
    ...section('Your own project').matchAll(/```yaml\n([\s\S]*?)```/g),
  ].map((match) => match[1] ?? '');

  test('is a tollgate.yaml without a mistake, and shows every key', () => {
    const { value, errors } = readYaml({ file: 'README.md', text: project }, projectFileSchema);
    expect(errors.map(describeError)).toEqual([]);
    const keys = [...project.matchAll(/^(\w+):/gm)].map((match) => match[1] ?? '');
    expect(keys.toSorted()).toEqual(Object.keys(projectFileSchema.shape).toSorted());
    expect(Object.keys(value?.targets ?? {})).toEqual([value?.target]);
  });

  test('has a policy without a mistake', () => {
    const { value, errors } = readPolicy({ file: 'README.md', text: policy }, gateLimits);
    expect(errors.map(describeError)).toEqual([]);
    expect(value?.gates.length).toBeGreaterThan(1);
  });
});

test('what a GO of the rehearsal leaves out is told with the policy', () => {
  const text = section('What a GO of the policy `rehearsal` does not say').replaceAll('\n', ' ');
  const policy = read('src/decide/policies/rehearsal.yaml');
  const leftOut = /leavesOut:\n((?: {2}- .*\n)+)/.exec(policy)?.[1]?.match(/- (\w+)/g) ?? [];
  expect(leftOut.length).toBeGreaterThan(3);
  for (const line of leftOut) expect(text).toContain(line.replace('- ', ''));
});
