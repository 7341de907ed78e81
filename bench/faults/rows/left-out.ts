import { ownFeature, playFeatures, withOwnWords } from '../own-words.ts';
import { planned } from '../planned.ts';
import { whatIsSeen } from '../play.ts';
import type { Row, Seen } from '../row.ts';

const feature = 'features/fault.feature';
const filter = '@short and not @fault';

/** What was left out has no result, and the run says what it was about. */
function scopeStated({ verdict, runDir }: Seen): readonly string[] {
  return [
    ...(planned(runDir).some(({ file, disposition }) => file === feature && disposition.kind === 'run')
      ? ['what was left out was run']
      : []),
    ...(verdict?.scope.tags === filter ? [] : ['the verdict does not state its scope']),
  ];
}

const outline = (rows: readonly number[]) =>
  ownFeature(
    `  Scenario Outline: Rows\n    When nothing goes wrong\n    Then all is <how>\n    Examples:\n      | how  | n |\n${rows.map((n) => `      | well | ${n} |\n`).join('')}`,
  );

/** 45, 50: what a filter leaves out, and rows that only change places. */
export const leftOut: readonly Row[] = [
  {
    id: '45c',
    group: 'C',
    title: 'a filter of tags leaves a scenario out',
    setup: withOwnWords,
    fault: async (scene) => {
      const scenario = '  Scenario: The fault\n    When nothing goes wrong\n    Then all is well\n';
      await scene.write(feature, ownFeature(scenario));
      return scene.start(['run', '--phase', 'uat', '--tags', filter]).ended;
    },
    expect: {
      exitCodes: [0],
      verdict: 'INCOMPLETE',
      harmless: 'who asks for a part gets a part: no verdict, its scope, and that this part is clean',
      reasons: [/narrowed by options, so it gives no verdict/],
      also: scopeStated,
    },
  },
  {
    id: '50c',
    group: 'C',
    title: 'the rows of an outline stand in another order',
    setup: withOwnWords,
    fault: async (scene) => {
      const first = whatIsSeen(scene, await playFeatures(scene, { [feature]: outline([1, 2, 3]) }));
      const second = await playFeatures(scene, { [feature]: outline([3, 1, 2]) });
      const idsOf = (runDir: string | null) =>
        planned(runDir)
          .filter(({ file }) => file === feature)
          .map(({ id }) => id);
      const [before, after] = [idsOf(first.runDir), idsOf(whatIsSeen(scene, second).runDir)];
      const isSame = before.length === 3 && [2, 0, 1].every((at, index) => before[at] === after[index]);
      return isSame ? second : { ...second, exitCode: 70, stderr: `${before.join()} became ${after.join()}` };
    },
    expect: { exitCodes: [0], harmless: 'each row keeps its id, wherever it stands' },
  },
];
