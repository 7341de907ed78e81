import { status } from '../proxy/acts.ts';
import { everything, not, path } from '../proxy/matches.ts';
import type { Row } from '../row.ts';
import { byProxy } from '../setup.ts';

/** 40: something answers, and it is no billing system. */
export const deadStub: readonly Row[] = [
  {
    id: '40a',
    group: 'B',
    title: 'everything is answered with 200 and {}',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(everything, status(200, '{}'));
      return scene.run();
    },
    expect: { exitCodes: [2], verdict: 'INCOMPLETE' },
  },
  {
    id: '40b',
    group: 'B',
    title: 'it describes itself well and opens worlds; everything else is answered with 200 and {}',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(not(path(/^\/v1\/(describe|tenants)/)), status(200, '{}'));
      return scene.run();
    },
    expect: { exitCodes: [2], verdict: 'INCOMPLETE', says: [/does not discriminate|says yes|accepted/i] },
  },
  {
    id: '40c',
    group: 'B',
    title: 'it describes itself well; everything else is answered with 204 and nothing',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(not(path(/^\/v1\/describe/)), ({ give }) =>
        give({ status: 204, headers: {}, body: Buffer.alloc(0) }),
      );
      return scene.run();
    },
    expect: { exitCodes: [2], verdict: 'INCOMPLETE' },
  },
];
