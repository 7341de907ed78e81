import type { Row } from '../row.ts';
import type { Scene } from '../scene.ts';
import { hosted } from '../setup.ts';

/** The project plays a load profile of its own. */
async function plays(scene: Scene, profile: string | null): Promise<void> {
  await scene.editYaml('load:\n', 'load:\n  profile: ./perf/own.ts\n');
  if (profile !== null) await scene.write('perf/own.ts', profile);
}

const ours = "import play, { handleSummary, options as shipped } from 'tollgate/perf/rehearsal.ts';\n";

export const ownLoadProfile: readonly Row[] = [
  {
    id: '55a',
    group: 'C',
    title: 'the load profile of the project has no threshold',
    setup: hosted(),
    fault: async (scene) => {
      await plays(
        scene,
        `${ours}export { handleSummary };\nexport const options = { ...shipped, thresholds: {} };\nexport default play;\n`,
      );
      return scene.run();
    },
    expect: { exitCodes: [1], verdict: 'NO-GO', reasons: [/has no threshold, so that it judges nothing/] },
  },
  {
    id: '55b',
    group: 'C',
    title: 'its checks of answers fail, and no threshold asks for them',
    setup: hosted(),
    fault: async (scene) => {
      await plays(
        scene,
        `${ours}import { check } from 'k6';\nexport { handleSummary };\nexport const options = shipped;\n` +
          "export default function () { play(); check(null, { 'the answer is right': () => false }); }\n",
      );
      return scene.run();
    },
    expect: { exitCodes: [1], verdict: 'NO-GO', reasons: [/checks/] },
  },
  {
    id: '55c',
    group: 'C',
    title: 'the load profile of the project is not there',
    setup: hosted(),
    fault: async (scene) => {
      await plays(scene, null);
      return scene.run();
    },
    expect: { exitCodes: [78], verdict: null, says: [/tollgate\.yaml:\d+: load\.profile: found no file/] },
  },
];
