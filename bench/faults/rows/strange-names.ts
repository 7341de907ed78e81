import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioNames } from '../../../src/run/runners/cucumber/strange-names.fixture.ts';
import { ownFeature, playFeatures, withOwnWords } from '../own-words.ts';
import { openedPage } from '../page-data.ts';
import { passedIn, planned } from '../planned.ts';
import type { Row, Seen } from '../row.ts';

const feature = 'features/fault.feature';
const wrong =
  "import { Then } from '@cucumber/cucumber';\nThen('something is wrong', function () { this.story.world.expectEqual('two', 2, 3); });\n";

const scenarios = (then: string) =>
  scenarioNames
    .map((name) => `  Scenario: ${name}\n    When nothing goes wrong\n    Then ${then}\n`)
    .join('');

/** Each name is in the plan as it was written, under an id of its own. */
function namesKept({ runDir }: Seen): readonly string[] {
  const mine = planned(runDir).filter(({ file }) => file === feature);
  const kept = new Set(mine.map(({ titlePath }) => titlePath.at(-1)));
  const lost = scenarioNames.filter((name) => !kept.has(name));
  return [
    ...lost.map((name) => `the name ${name.slice(0, 40)} is not in the plan`),
    ...(new Set(mine.map(({ id }) => id)).size === scenarioNames.length ? [] : ['two of them have one id']),
  ];
}

/**
 * Nothing that turns a line round or hides is printed or written for people as it is. The page draws its checks from data in
 * compressed blocks: there each name must stand as it was written, or the check could not be found by it.
 */
function shownSafely({ runDir, ended }: Seen): readonly string[] {
  const read = (name: string) => readFileSync(join(runDir ?? '', name), 'utf8');
  const { markup, data } = openedPage(read('report.html'));
  const shown: readonly (readonly [string, string])[] = [
    ['the terminal', ended.stdout + ended.stderr],
    ['summary.md', read('summary.md')],
    ['junit.xml', read('junit.xml')],
    ['report.html', markup],
  ];
  return [
    ...shown
      .filter(([, text]) => /[\u202e\u200b]/.test(text))
      .map(([where]) => `${where} shows a sign that turns the line round or hides`),
    ...scenarioNames
      .filter((name) => !data.includes(JSON.stringify(name)))
      .map((name) => `the data of report.html does not hold the name ${name.slice(0, 40)}`),
  ];
}

const expected = new Set(['tollgate.yaml', 'node_modules', 'steps', 'features', 'reports']);

function nothingOutside({ scene, runDir }: Seen): readonly string[] {
  const stray = readdirSync(scene.project).filter((name) => !expected.has(name));
  const reports = readdirSync(join(scene.project, 'reports')).filter(
    (name) => name !== 'latest' && name !== runDir?.split('/').at(-1),
  );
  return [...stray, ...reports].map((name) => `${name} was written outside the run folder`);
}

const all = (seen: Seen) => [...namesKept(seen), ...shownSafely(seen), ...nothingOutside(seen)];

/** 86 to 88: names that look alike, read backwards, are paths elsewhere, or differ in case only. */
export const strangeNames: readonly Row[] = [
  {
    id: '86a',
    group: 'E',
    title: 'scenarios whose names look alike, read backwards, or are very long',
    setup: withOwnWords,
    fault: (scene) => playFeatures(scene, { [feature]: ownFeature(scenarios('all is well')) }),
    expect: {
      exitCodes: [0],
      harmless: 'a name is kept as it is and shown safely; what it names passed',
      also: all,
    },
  },
  {
    id: '86b',
    group: 'E',
    title: 'the same, and each of them fails and is shown',
    setup: withOwnWords,
    fault: (scene) =>
      playFeatures(scene, {
        [feature]: ownFeature(scenarios('something is wrong')),
        'steps/fault.steps.mjs': wrong,
      }),
    expect: { exitCodes: [1], says: [/found 3, expected 2/], also: all },
  },
  {
    id: '87a',
    group: 'E',
    title: 'a scenario called ../../x fails in a feature called CON. .feature',
    setup: withOwnWords,
    fault: (scene) =>
      playFeatures(scene, {
        'features/CON. .feature': ownFeature(
          '  Scenario: ../../x\n    When nothing goes wrong\n    Then something is wrong\n',
        ),
        'steps/fault.steps.mjs': wrong,
      }),
    expect: { exitCodes: [1], says: [/found 3, expected 2/], also: nothingOutside },
  },
  {
    id: '88a',
    group: 'E',
    title: 'two features whose names differ in case only, with scenarios of the same name',
    setup: withOwnWords,
    fault: (scene) => {
      const text = ownFeature('  Scenario: One\n    When nothing goes wrong\n    Then all is well\n');
      return playFeatures(scene, { 'features/name.feature': text, 'features/NAME.feature': text });
    },
    expect: {
      exitCodes: [0],
      harmless:
        'ids come from the exact name, and files from the hash of what they hold: none is written over',
      also: (seen) =>
        passedIn(seen, /features\/name\.feature$/i).size === 2
          ? []
          : ['the two are not two checks that passed'],
    },
  },
];
