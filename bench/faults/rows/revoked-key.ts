import { blamedProduct, missedOthers } from '../outage.ts';
import { status } from '../proxy/acts.ts';
import type { Match } from '../proxy/exchange.ts';
import { after, everything, not, path } from '../proxy/matches.ts';
import type { Expectation, Row } from '../row.ts';
import { byProxy } from '../setup.ts';

/** Two hundred refused calls are one cause, and not two hundred wrong bills. */
const oneCause: Expectation = {
  exitCodes: [1, 2],
  also: (seen) => [...blamedProduct(seen), ...missedOthers(seen)],
};

/** 39: the key that let us in lets us in no more. */
export const revokedKey: readonly Row[] = [
  row('39a', 'after 120 calls everything is answered with 401', after(120, everything)),
  row('39b', 'after 120 calls everything but the description is answered with 401', behindKey(120)),
  row('39c', 'from the first call on everything but the description is answered with 401', behindKey(0)),
];

function behindKey(calls: number): Match {
  return after(calls, not(path(/^\/v1\/describe/)));
}

function row(id: string, title: string, match: Match): Row {
  return {
    id,
    group: 'B',
    title,
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(match, status(401));
      return scene.run();
    },
    expect: oneCause,
  };
}
