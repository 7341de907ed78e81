import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Row } from '../row.ts';
import type { Scene } from '../scene.ts';
import { hosted } from '../setup.ts';

const altered = { exitCodes: [65], says: [/expected/] } as const;

/** What a crash between the last record and the reports leaves: plan, journal and evidence. */
function withoutReports(runDir: string): string {
  for (const name of ['seal.json', 'verdict.json', 'report.html', 'junit.xml', 'ctrf.json', 'summary.md'])
    rmSync(join(runDir, name), { force: true });
  return runDir;
}

function flipBit(path: string, share: number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

interface Damage {
  readonly id: string;
  readonly group: 'A' | 'D';
  readonly title: string;
  readonly damage: (runDir: string) => void;
  /** Which command meets it; "judge" where nothing is said. */
  readonly command?: readonly string[];
}

function firstEvidence(runDir: string): string {
  return join(runDir, globSync('evidence/*/*', { cwd: runDir }).sort()[0] ?? '');
}

const damages: readonly Damage[] = [
  {
    id: '21a',
    group: 'A',
    title: 'one bit of the journal flipped, then taken up again',
    damage: (runDir) => flipBit(join(withoutReports(runDir), 'journal.ndjson'), 0.5),
    command: ['run', '--resume'],
  },
  {
    id: '21b',
    group: 'A',
    title: 'one bit of the journal flipped',
    damage: (runDir) => flipBit(join(runDir, 'journal.ndjson'), 0.3),
  },
  {
    id: '63a',
    group: 'D',
    title: 'one byte of evidence changed',
    damage: (runDir) => flipBit(firstEvidence(runDir), 0.5),
  },
  {
    id: '63b',
    group: 'D',
    title: 'one byte of the page changed',
    damage: (runDir) => flipBit(join(runDir, 'report.html'), 0.5),
  },
  {
    id: '63c',
    group: 'D',
    title: 'one byte of the plan changed',
    damage: (runDir) => flipBit(join(runDir, 'plan.json'), 0.5),
  },
  {
    id: '63d',
    group: 'D',
    title: 'one byte of the verdict changed',
    damage: (runDir) => flipBit(join(runDir, 'verdict.json'), 0.2),
  },
  {
    id: '64a',
    group: 'D',
    title: 'a file added',
    damage: (runDir) => writeFileSync(join(runDir, 'note.txt'), 'all is well'),
  },
  {
    id: '64b',
    group: 'D',
    title: 'a piece of evidence removed',
    damage: (runDir) => rmSync(firstEvidence(runDir)),
  },
  {
    id: '64c',
    group: 'D',
    title: 'a piece of evidence renamed',
    damage: (runDir) => renameSync(firstEvidence(runDir), `${firstEvidence(runDir)}0`),
  },
  {
    id: '64d',
    group: 'D',
    title: 'a file whose name changed only in case',
    damage: (runDir) => renameSync(join(runDir, 'summary.md'), join(runDir, 'SUMMARY.md')),
  },
];

const changed: readonly Row[] = damages.map(({ id, group, title, damage, command = ['judge'] }) => ({
  id,
  group,
  title,
  setup: hosted(),
  fault: async (scene) => {
    const runDir = await scene.finishedRun();
    damage(runDir);
    const [verb = '', ...options] = command;
    return scene.start([verb, ...options, verb === 'run' ? basename(runDir) : runDir]).ended;
  },
  expect: {
    ...altered,
    also: ({ ended }) =>
      /journal|evidence|plan|report|verdict|note|summary|seal/i.test(ended.stderr)
        ? []
        : ['it does not name the object'],
  },
}));

const torn: Row = {
  id: '20a',
  group: 'A',
  title: 'the last line of the journal is torn: cut, told, and taken up again',
  setup: hosted(),
  fault: async (scene) => {
    const runDir = withoutReports(await scene.finishedRun());
    const journal = join(runDir, 'journal.ndjson');
    truncateSync(journal, statSync(journal).size - 40);
    const judged = await scene.start(['judge', runDir]).ended;
    if (judged.exitCode !== 2)
      return { ...judged, exitCode: 70, stderr: `judged with ${judged.exitCode}\n${judged.stderr}` };
    return scene.start(['run', '--resume', basename(runDir)]).ended;
  },
  expect: {
    exitCodes: [0],
    harmless: 'everything but the last record was there, and the run was taken up again',
    says: [/torn last line/],
  },
};

/** 24: time zone, locale and time of year change no byte of a verdict. */
const elsewhere: Row = {
  id: '24a',
  group: 'A',
  title: 'judged again in another time zone, locale and year',
  setup: hosted(),
  fault: async (scene) => {
    const runDir = await scene.finishedRun();
    const before = readFileSync(join(runDir, 'verdict.json'));
    const zones = ['Pacific/Kiritimati', 'America/St_Johns', 'Europe/Lisbon'];
    for (const [index, TZ] of zones.entries()) {
      const copy = `${runDir}-${index}`;
      cpSync(runDir, copy, { recursive: true });
      withoutReports(copy);
      const env = { TZ, LC_ALL: 'ar_EG.UTF-8', LANG: 'tr_TR.UTF-8' };
      const judged = await scene.start(['judge', copy], { env }).ended;
      if (judged.exitCode !== 0 || !readFileSync(join(copy, 'verdict.json')).equals(before))
        return { ...judged, exitCode: 70, stderr: `${TZ} gave other bytes\n${judged.stderr}` };
    }
    return scene.start(['judge', runDir]).ended;
  },
  expect: { exitCodes: [0], harmless: 'where and when somebody looks says nothing about the bills' },
};

const newer: Row = {
  id: '76a',
  group: 'D',
  title: 'rendered again by another version: what was sealed stays as it was',
  setup: hosted(),
  fault: async (scene) => {
    const runDir = await scene.finishedRun();
    const before = new Map(
      globSync('**/*.{json,html,xml,md}', { cwd: runDir }).map((name) => [
        name,
        readFileSync(join(runDir, name)),
      ]),
    );
    const other = otherVersion(scene);
    const judged = await scene.start(['judge', runDir], { main: other }).ended;
    const lost = [...before].filter(
      ([name, bytes]) => name !== 'seal.json' && !readFileSync(join(runDir, name)).equals(bytes),
    );
    if (judged.exitCode !== 0) return { ...judged, exitCode: 70 };
    if (lost.length > 0)
      return { ...judged, exitCode: 70, stderr: `changed: ${lost.map(([name]) => name).join()}` };
    return scene.start(['judge', runDir]).ended;
  },
  expect: { exitCodes: [0], harmless: 'nothing was changed' },
};

/** Ourselves under another version number, in a folder of its own. */
function otherVersion(scene: Scene): string {
  const dir = join(scene.project, 'other-version');
  const root = join(import.meta.dirname, '..', '..', '..');
  cpSync(join(root, 'src'), join(dir, 'src'), { recursive: true });
  for (const name of ['features', 'steps', 'data', 'perf'])
    cpSync(join(root, name), join(dir, name), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ ...manifest, version: '99.0.0' }));
  spawnSync('ln', ['-s', join(root, 'node_modules'), join(dir, 'node_modules')]);
  return join(dir, 'src', 'main.ts');
}

interface Change {
  readonly id: string;
  readonly what: string;
  readonly change: (scene: Scene) => Promise<void>;
  readonly version?: true;
}

const changes: readonly Change[] = [
  {
    id: '26a',
    what: 'the seed',
    change: (scene) => scene.editYaml('target: bench', 'seed: 7\ntarget: bench'),
  },
  {
    id: '26b',
    what: 'the policy',
    change: async (scene) => {
      const text = readFileSync(join(import.meta.dirname, '..', 'short-policy.yaml'), 'utf8');
      await scene.write('mine.yaml', text.replace(/passedMin: \d+/, 'passedMin: 1'));
      const line = /policy: .*/.exec(readFileSync(join(scene.project, 'tollgate.yaml'), 'utf8'))?.[0] ?? '';
      await scene.editYaml(line, 'policy: ./mine.yaml');
    },
  },
  {
    id: '26c',
    what: 'a feature',
    change: (scene) =>
      scene.write(
        'features/new.feature',
        '@short\nFeature: New\n\n  Scenario: New\n    When nothing\n    Then nothing\n',
      ),
  },
  { id: '26d', what: 'the version', change: async () => undefined, version: true },
];

const resumedOtherwise: readonly Row[] = changes.map(({ id, what, change, version }) => ({
  id,
  group: 'A',
  title: `${what} changed before a cut run is taken up again`,
  setup: hosted(),
  fault: async (scene) => {
    const runDir = withoutReports(await scene.finishedRun());
    const journal = join(runDir, 'journal.ndjson');
    const lines = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, `${lines.slice(0, Math.floor(lines.length / 3)).join('\n')}\n`);
    await change(scene);
    const main = version === true ? { main: otherVersion(scene) } : {};
    return scene.start(['run', '--resume', basename(runDir)], main).ended;
  },
  expect: { exitCodes: [78], says: [/cannot be taken up again/] },
}));

/** What happens to a run after it was stored. */
export const stored: readonly Row[] = [...changed, torn, elsewhere, newer, ...resumedOtherwise];
