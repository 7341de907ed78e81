import { delay } from '../proxy/acts.ts';
import { call, everything } from '../proxy/matches.ts';
import { dribble } from '../proxy/raw-answers.ts';
import type { Expectation, Row } from '../row.ts';
import { byProxy } from '../setup.ts';

const minute = 60_000;

/** One call of the books may take its deadline; the run as a whole goes on and ends. */
const inTime: Expectation = { exitCodes: [1, 2] };

/** 28: answers that take too long. The deadline is on the whole of a call, not on the next byte. */
export const slowAnswers: readonly Row[] = [
  {
    id: '28a',
    group: 'B',
    title: 'the books answer after 60 s',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(call('GET', /^\/v1\/ledger/), delay(minute));
      return scene.run();
    },
    expect: inTime,
  },
  {
    id: '28b',
    group: 'B',
    title: 'the books answer one byte a second',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(call('GET', /^\/v1\/ledger/), dribble);
      return scene.run();
    },
    expect: inTime,
  },
  {
    id: '28c',
    group: 'B',
    title: 'everything answers after 60 s',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(everything, delay(minute));
      return scene.run();
    },
    expect: { ...inTime, exitCodes: [2], verdict: 'INCOMPLETE' },
  },
  {
    id: '28d',
    group: 'B',
    title: 'everything answers one byte a second',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(everything, dribble);
      return scene.run();
    },
    expect: { ...inTime, exitCodes: [2], verdict: 'INCOMPLETE' },
  },
];
