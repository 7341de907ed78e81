import { clockOff } from '../proxy/bodies.ts';
import { everything } from '../proxy/matches.ts';
import type { Row } from '../row.ts';
import { byProxy } from '../setup.ts';

const minuteMs = 60_000;

/** 23: the target's clock is not ours. */
export const clocks: readonly Row[] = [
  {
    id: '23a',
    group: 'A',
    title: 'the clocks of target and machine are ten minutes apart',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(everything, clockOff(10 * minuteMs));
      return scene.run();
    },
    expect: {
      exitCodes: [0],
      harmless: 'ten minutes change no expiry of this run; the reader is told',
      says: [/clock is \d+ seconds ahead/],
    },
  },
  {
    id: '23b',
    group: 'A',
    title: 'the clocks of target and machine are two hours apart',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(everything, clockOff(-120 * minuteMs));
      return scene.run();
    },
    expect: { exitCodes: [2], verdict: 'INCOMPLETE', reasons: [/nothing that depends on time is proven/] },
  },
];
