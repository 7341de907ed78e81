import { doneTwice } from '../../kills/target-books.ts';
import { hangUpAfterDoing, status, statusAfterDoing } from '../proxy/acts.ts';
import { sentAgain, sentInSecret } from '../proxy/counters.ts';
import type { Act, Asked, Match } from '../proxy/exchange.ts';
import { call, every, writes } from '../proxy/matches.ts';
import type { Expectation, Row, Seen } from '../row.ts';
import type { Scene } from '../scene.ts';
import { byProxy } from '../setup.ts';
import { unsettled } from '../unsettled.ts';

/** What the fault was done to. */
const faulted = new WeakMap<Scene, Asked[]>();

function failing(match: Match, act: Act): Row['fault'] {
  return async (scene) => {
    const requests: Asked[] = [];
    faulted.set(scene, requests);
    scene.proxy.when(match, (exchange) => {
      requests.push(exchange.asked);
      return act(exchange);
    });
    return scene.run();
  };
}

const noResend: Expectation = {
  exitCodes: [1, 2],
  also: ({ scene, records }) => {
    const requests = faulted.get(scene) ?? [];
    return [
      ...(requests.length === 0 ? ['no write met the fault, so that nothing is shown'] : []),
      ...sentAgain(
        scene.proxy,
        requests.filter(({ isLoad }) => !isLoad),
      ),
      ...sentInSecret(scene.proxy, records),
      ...doneTwice(scene.target.dataDir),
    ];
  },
};

/** What the proxy says that was done and not told, the journal must know as unknown and then settled by reading. */
const settled: Expectation = {
  ...noResend,
  also: async (seen: Seen) => [...((await noResend.also?.(seen)) ?? []), ...unsettled(seen)],
};

const payments = call('POST', /^\/v1\/payments/);

/** 29: writes that fail, or say so. What became of them is found out by reading, never by sending again. */
export const failingWrites: readonly Row[] = [
  row('29a', 'every payment is answered with 500 before it is done', {
    fault: failing(payments, status(500)),
  }),
  row('29b', 'every third write is answered with 502 before it is done', {
    fault: failing(every(3, writes), status(502)),
  }),
  row('29c', 'every fourth write is answered with 503 before it is done', {
    fault: failing(every(4, writes), status(503)),
  }),
  row('29d', 'every payment is answered with 504 before it is done', {
    fault: failing(payments, status(504)),
  }),
  row('29e', 'every payment is done and answered with 504', {
    fault: failing(payments, statusAfterDoing(504)),
    expect: settled,
  }),
  row('29f', 'every tenth write is done and answered with 500', {
    fault: failing(every(10, writes), statusAfterDoing(500)),
    expect: settled,
  }),
  row('29g', 'every payment is done and its answer is cut off', {
    fault: failing(payments, hangUpAfterDoing),
    expect: settled,
  }),
  row('29h', 'every third usage event of the load is answered with 503 before it is done', {
    fault: failing(
      every(3, ({ isLoad, path }) => isLoad && path.startsWith('/v1/usage')),
      status(503),
    ),
  }),
];

interface RowParts {
  readonly fault: Row['fault'];
  readonly expect?: Expectation;
}

function row(id: string, title: string, { fault, expect = noResend }: RowParts): Row {
  return { id, group: 'B', title, setup: byProxy(), fault, expect };
}
