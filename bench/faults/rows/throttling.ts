import { evidenceText } from '../evidence-text.ts';
import { status } from '../proxy/acts.ts';
import { sentInSecret } from '../proxy/counters.ts';
import type { Match } from '../proxy/exchange.ts';
import { after, call, every, everything, once } from '../proxy/matches.ts';
import type { Expectation, Row } from '../row.ts';
import { byProxy } from '../setup.ts';

const fromTools: (match: Match) => Match = (match) => (asked) => !asked.isLoad && match(asked);

/** A short wait that was obeyed is no fault of anybody; that there was one must be seen. */
const obeyed: Expectation = {
  exitCodes: [0],
  verdict: 'GO',
  harmless: 'the target asked for a short pause, and got it before anything was done',
  also: ({ scene, records, runDir }) => [
    ...sentInSecret(scene.proxy, records),
    ...(/429/.test(evidenceText(runDir)) ? [] : ['no evidence tells of the 429']),
  ],
};

const notObeyed: Expectation = { exitCodes: [1, 2] };

/** 38: the target asks for a pause. */
export const throttling: readonly Row[] = [
  row('38a', 'every 40th call is put off for 1 s', {
    match: every(40, everything),
    wait: () => '1',
    expect: obeyed,
  }),
  row('38b', 'one call is put off to a date two seconds ahead', {
    match: once(call('GET', /^\/v1\/ledger/)),
    wait: () => new Date(Date.now() + 2000).toUTCString(),
    expect: obeyed,
  }),
  row('38c', 'the books are put off for a day', {
    match: call('GET', /^\/v1\/ledger/),
    wait: () => '86400',
    expect: notObeyed,
  }),
  row('38d', 'the books are put off for ever, a second at a time', {
    match: call('GET', /^\/v1\/ledger/),
    wait: () => '1',
    expect: notObeyed,
  }),
  row('38e', 'the books are put off by a word that is no time', {
    match: call('GET', /^\/v1\/ledger/),
    wait: () => 'soon',
    expect: notObeyed,
  }),
  row('38f', 'the books are put off into the past', {
    match: call('GET', /^\/v1\/ledger/),
    wait: () => '-5',
    expect: notObeyed,
  }),
  row('38g', 'after 200 calls everything is put off for an hour', {
    match: after(200, everything),
    wait: () => '3600',
    expect: notObeyed,
  }),
];

interface RowParts {
  readonly match: Match;
  readonly wait: () => string;
  readonly expect: Expectation;
}

function row(id: string, title: string, { match, wait, expect }: RowParts): Row {
  return {
    id,
    group: 'B',
    title,
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(fromTools(match), (exchange) => status(429, '', { 'retry-after': wait() })(exchange));
      return scene.run();
    },
    expect,
  };
}
