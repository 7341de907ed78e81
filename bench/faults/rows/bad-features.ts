import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownFeature, playFeatures, withOwnWords } from '../own-words.ts';
import { passedIn } from '../planned.ts';
import type { Row, Seen } from '../row.ts';

const feature = 'features/fault.feature';
const healthy = ownFeature('  Scenario: The fault\n    When nothing goes wrong\n    Then all is well\n');

interface BadFile {
  readonly id: string;
  readonly title: string;
  /** Makes the file at the path. */
  readonly make: (path: string) => unknown;
  readonly reason: RegExp;
}

const withText = (text: string | Buffer) => (path: string) => writeFileSync(path, text);

const refused: readonly BadFile[] = [
  {
    id: '81a',
    title: 'a feature of 100 MB',
    make: (path) => {
      writeFileSync(path, healthy);
      truncateSync(path, 100_000_000);
    },
    reason: /features\/fault\.feature holds 100000000 bytes, expected at most \d+/,
  },
  {
    id: '81b',
    title: 'a feature with one line of 5 MB',
    make: withText(`${healthy}# ${'x'.repeat(5_000_000)}\n`),
    reason: /features\/fault\.feature holds 50\d+ bytes/,
  },
  {
    id: '81c',
    title: 'a feature with 100,000 rows of examples',
    make: withText(
      `@short\nFeature: Rows\nScenario Outline: R\nWhen nothing goes wrong\nThen all is <a>\nExamples:\n|a|\n${'|1|\n'.repeat(100_000)}`,
    ),
    reason: /features\/fault\.feature:\d+: found 100001 rows of tables/,
  },
  {
    id: '81d',
    title: 'a feature in a language that does not exist',
    make: withText(`# language: xx\n${healthy}`),
    reason: /features\/fault\.feature:1: cannot be read: .*xx/,
  },
  {
    id: '81e',
    title: 'a feature in UTF-16',
    make: withText(Buffer.from(`\ufeff${healthy}`, 'utf16le')),
    reason: /features\/fault\.feature:1: is written in UTF-16/,
  },
  {
    id: '81f',
    title: 'a feature with a text that is never closed',
    make: withText(`${healthy}      """\n      no end\n`),
    reason: /features\/fault\.feature:\d+: cannot be read/,
  },
  {
    id: '89c',
    title: 'a feature that is a pipe',
    make: (path) => execFileSync('mkfifo', [path]),
    reason: /features\/fault\.feature is a pipe/,
  },
  {
    id: '89d',
    title: 'a feature that is a link out of the project',
    make: (path) => symlinkSync('/etc/hostname', path),
    reason: /features\/fault\.feature is a link that leads out of the project/,
  },
  {
    id: '89e',
    title: 'a feature that is a device',
    make: (path) => execFileSync('mknod', [path, 'c', '1', '5']),
    reason: /features\/fault\.feature is a .*device/,
  },
  {
    id: '89f',
    title: 'a feature that is a socket',
    make: (path) =>
      execFileSync('python3', [
        '-c',
        'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])',
        path,
      ]),
    reason: /features\/fault\.feature is a socket/,
  },
  {
    id: '89g',
    title: 'a feature that has a second name elsewhere',
    make: (path) => {
      writeFileSync(join(dirname(path), '..', 'elsewhere'), healthy);
      linkSync(join(dirname(path), '..', 'elsewhere'), path);
    },
    reason: /features\/fault\.feature has a second name/,
  },
];

/** The others of the project's scenarios keep their results, and the gate is not met. */
function othersKept({ verdict }: Seen): readonly string[] {
  const uat = verdict?.phases.find(({ name }) => name === 'uat');
  const gate = verdict?.gates.find(({ id }) => id === 'G15-uat');
  return [
    ...((uat?.passed ?? 0) > 3 ? [] : ['the good features lost their results']),
    ...(gate?.result === 'missed' ? [] : [`the gate is ${gate?.result}, expected missed`]),
  ];
}

/** 81, 89: features that are none, or too much. Played as a run of the uat phase. */
export const badFeatures: readonly Row[] = [
  ...refused.map(
    ({ id, title, make, reason }): Row => ({
      id,
      group: 'E',
      title,
      setup: withOwnWords,
      fault: async (scene) => {
        const path = join(scene.project, feature);
        mkdirSync(dirname(path), { recursive: true });
        make(path);
        return playFeatures(scene, {});
      },
      expect: { exitCodes: [1, 2], reasons: [reason], also: othersKept, hangsAfterSeconds: 200 },
    }),
  ),
  {
    id: '81g',
    group: 'E',
    title: 'a feature with a byte order mark and the line ends of Windows',
    setup: withOwnWords,
    fault: (scene) => playFeatures(scene, { [feature]: `\ufeff${healthy.replaceAll('\n', '\r\n')}` }),
    expect: {
      exitCodes: [0],
      harmless: 'so some editors save it; it says the same, and its scenario ran',
      also: (seen) =>
        passedIn(seen, /features\/fault\.feature$/).size === 1 ? [] : ['its scenario did not run'],
    },
  },
];
