import { hangUp } from '../proxy/acts.ts';
import { everything } from '../proxy/matches.ts';
import type { Row } from '../row.ts';
import { byProxy } from '../setup.ts';

const environment = { exitCodes: [2], verdict: 'INCOMPLETE' } as const;

/** 27: the target cannot be reached, which is nobody's wrong bill. */
export const unreachable: readonly Row[] = [
  {
    id: '27a',
    group: 'B',
    title: 'connections are refused from the beginning',
    setup: byProxy(),
    fault: async (scene) => {
      await scene.proxy.refuse();
      return scene.run();
    },
    expect: { ...environment, says: [/does not answer|ECONNREFUSED/] },
  },
  {
    id: '27b',
    group: 'B',
    title: 'every connection is taken and ended without a word',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(everything, hangUp);
      return scene.run();
    },
    expect: environment,
  },
];
