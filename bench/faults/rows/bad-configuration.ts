import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Seen } from '../row.ts';
import type { Scene } from '../scene.ts';
import { hosted } from '../setup.ts';

const setup = hosted();
const yaml = setup.yaml;
const file = 'tollgate.yaml';

/** No run folder, and so nothing was started and nothing was sent. */
function nothingBegun({ scene }: Seen): readonly string[] {
  return existsSync(join(scene.project, 'reports')) ? ['a run folder was made'] : [];
}

interface Mistake {
  readonly id: string;
  readonly title: string;
  readonly spoil: (scene: Scene) => Promise<unknown> | unknown;
  readonly says: RegExp;
  readonly args?: readonly string[];
  readonly exitCode?: 64 | 78;
}

const withYaml = (text: string | Uint8Array) => (scene: Scene) => scene.write(file, text);
const withFile = (path: string, text: string) => (scene: Scene) => scene.write(path, text);
const cases = (text: string) => ({ spoil: withFile('cases.json', text), args: ['cases', 'cases.json'] });
const bomb = [
  'l0: &l0 [x]',
  ...Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`),
].join('\n');

const yamlMistakes: readonly Mistake[] = [
  {
    id: '79a',
    title: 'tabs in tollgate.yaml',
    spoil: withYaml(yaml.replace('  seconds: 2', '\tseconds: 2')),
    says: /tollgate\.yaml:\d+: .*[Tt]ab/,
  },
  {
    id: '79b',
    title: 'a key twice',
    spoil: withYaml(`${yaml}seed: 1\nseed: 2\n`),
    says: /tollgate\.yaml:\d+: .*seed/,
  },
  {
    id: '79c',
    title: 'aliases that grow without end',
    spoil: withYaml(`${yaml}${bomb}\n`),
    says: /tollgate\.yaml:\d+: .*alias/,
  },
  {
    id: '79d',
    title: 'a key __proto__, by an anchor',
    spoil: withYaml(`${yaml}interfaces: &a []\n__proto__: *a\n`),
    says: /tollgate\.yaml:\d+: __proto__/,
  },
  {
    id: '79e',
    title: 'a file that asks for YAML 1.1, in which NO is no text',
    spoil: withYaml(`%YAML 1.1\n---\n${yaml.replace('candidate: RC1', 'candidate: NO')}`),
    says: /tollgate\.yaml:1: /,
  },
  {
    id: '79f',
    title: '010 as a name',
    spoil: withYaml(yaml.replace('candidate: RC1', 'candidate: 010')),
    says: /tollgate\.yaml:1: release\.candidate: found 010/,
  },
  {
    id: '79g',
    title: '1e3 as a number',
    spoil: withYaml(`${yaml}seed: 1e3\n`),
    says: /tollgate\.yaml:\d+: seed: found 1e3/,
  },
  {
    id: '79h',
    title: 'a key that nobody knows',
    spoil: withYaml(`${yaml}polcy: x\n`),
    says: /tollgate\.yaml:\d+: polcy: found an unknown key/,
  },
  {
    id: '79i',
    title: 'two documents in one file',
    spoil: withYaml(`${yaml}---\n${yaml}`),
    says: /tollgate\.yaml:\d+: .*document/,
  },
  {
    id: '79j',
    title: 'a tollgate.yaml of 50 MB',
    spoil: (scene) => truncateSync(join(scene.project, file), 50_000_000),
    says: /tollgate\.yaml holds 50000000 bytes/,
  },
  {
    id: '89h',
    title: 'a tollgate.yaml that is a pipe',
    spoil: (scene) => {
      rmSync(join(scene.project, file));
      execFileSync('mkfifo', [join(scene.project, file)]);
    },
    says: /tollgate\.yaml is a pipe/,
  },
  {
    id: '89i',
    title: 'a policy that is a link out of the project',
    spoil: (scene) => {
      mkdirSync(join(scene.project, 'policies'));
      symlinkSync('/etc/hostname', join(scene.project, 'policies', 'own.yaml'));
    },
    args: ['run', '--policy', 'policies/own.yaml'],
    says: /policies\/own\.yaml is a link that leads out of the project/,
  },
];

const jsonMistakes: readonly Mistake[] = [
  {
    id: '80a',
    title: 'a key __proto__',
    ...cases('[{"__proto__": {}}]'),
    says: /cases\.json:1:\d+: .*__proto__/,
  },
  {
    id: '80b',
    title: 'a key twice',
    ...cases('[{"id": 1,\n"id": 2}]'),
    says: /cases\.json:2:1: \[0\]\.id: /,
  },
  {
    id: '80c',
    title: '1,000,000 levels',
    ...cases('['.repeat(1_000_000)),
    says: /cases\.json:1:\d+: .*(level|deep|nest)/,
  },
  { id: '80d', title: 'NaN', ...cases('[{"id": NaN}]'), says: /cases\.json:1:\d+: / },
  {
    id: '80e',
    title: 'half a character',
    ...cases('[{"id": "\\ud800"}]'),
    says: /cases\.json:1:\d+: .*surrogate|cases\.json:1:\d+: /,
  },
  { id: '80f', title: 'something behind the end', ...cases('[] []'), says: /cases\.json:1:\d+: / },
];

const names: readonly Mistake[] = [
  {
    id: '87b',
    title: 'a target called ../x',
    spoil: withYaml(yaml.replace('  bench:', '  ../x:')),
    says: /tollgate\.yaml:\d+: targets\.\.\.\/x: /,
  },
  {
    id: '87c',
    title: 'a suite called CON',
    spoil: withYaml(
      `${yaml}suites:\n  - { name: CON, phase: unit, command: [x], report: { format: junit, path: x.xml }, count: 1 }\n`,
    ),
    says: /tollgate\.yaml:\d+: suites\.0\.name: /,
  },
  ...['../x', '%2e%2e%2fx', 'x::$DATA', 'C:\\x', 'x'.repeat(300), 'latest ', '/etc'].map(
    (run, index): Mistake => ({
      id: `87${'defghij'[index]}`,
      title: `a run called ${run.slice(0, 12)} that is to be taken up again`,
      spoil: () => undefined,
      args: ['run', '--resume', run],
      says: /^tollgate: Found /m,
      exitCode: 64,
    }),
  ),
  {
    id: '88b',
    title: 'two suites whose names differ in case only',
    spoil: withYaml(
      `${yaml}suites:\n${['own', 'OWN'].map((name) => `  - { name: ${name}, phase: unit, command: [x], report: { format: junit, path: x.xml }, count: 1 }\n`).join('')}`,
    ),
    says: /tollgate\.yaml:\d+: suites\.1\.name: /,
  },
];

const softened: readonly Mistake[] = [
  {
    id: '47e',
    title: 'cucumber.json that repeats what failed',
    spoil: withFile('cucumber.json', '{\n  "default": {\n    "retry": 2\n  }\n}\n'),
    says: /cucumber\.json:3: retry: found a setting/,
  },
  {
    id: '47f',
    title: 'cucumber.mjs with --no-strict',
    spoil: withFile('cucumber.mjs', "export default '--no-strict';\n"),
    says: /cucumber\.mjs:1: strict: found a setting/,
  },
  {
    id: '47g',
    title: 'vitest.config.ts that passes without tests',
    spoil: withFile('vitest.config.ts', 'export default {\n  test: { passWithNoTests: true },\n};\n'),
    says: /vitest\.config\.ts:2: passWithNoTests: found a setting/,
  },
  {
    id: '47h',
    title: 'vitest.config.mts that repeats what failed and allows .only',
    spoil: withFile('vitest.config.mts', 'export default {\n  test: { retry: 3, allowOnly: true },\n};\n'),
    says: /vitest\.config\.mts:2: retry: found a setting/,
  },
];

const textNo: Row = {
  id: '79k',
  group: 'E',
  title: 'NO as a name',
  setup,
  fault: async (scene) => {
    await scene.editYaml('candidate: RC1', 'candidate: NO');
    return scene.run();
  },
  expect: {
    exitCodes: [0],
    harmless: 'in YAML 1.2 it is the text NO and nothing else, as it stands there',
    also: ({ verdict }) => (verdict?.release.candidate === 'NO' ? [] : ['the candidate is not called NO']),
  },
};

/** 47, 79, 80, 87 to 89: refused before anything begins. */
export const badConfiguration: readonly Row[] = [
  textNo,
  ...[...softened, ...yamlMistakes, ...jsonMistakes, ...names].map(refusedRow),
];

function refusedRow({ id, title, spoil, says, args = ['run'], exitCode = 78 }: Mistake): Row {
  return {
    id,
    group: id.startsWith('4') ? 'C' : 'E',
    title,
    setup,
    fault: async (scene) => {
      await spoil(scene);
      return scene.start(args).ended;
    },
    expect: {
      exitCodes: [exitCode],
      verdict: null,
      says: [says, /\n {2}→ \S/],
      neverSays: [/starting the target/],
      also: nothingBegun,
      hangsAfterSeconds: 100,
    },
  };
}
