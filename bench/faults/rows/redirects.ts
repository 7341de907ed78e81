import { status } from '../proxy/acts.ts';
import type { Match } from '../proxy/exchange.ts';
import { call } from '../proxy/matches.ts';
import type { Expectation, Row } from '../row.ts';
import type { Scene } from '../scene.ts';
import { addressedTarget, byProxy, byTlsProxy, type Setup, shortProject } from '../setup.ts';
import { openStranger, type Stranger } from '../stranger.ts';

const productionHost = 'billing.acme.example';
const guarded = byProxy({
  yaml: shortProject(addressedTarget, [`production: { hosts: [${productionHost}] }`]),
});
const invoices = call('GET', /^\/v1\/invoices/);
const describe = call('GET', /^\/v1\/describe/);

const strangers = new WeakMap<Scene, Stranger>();

const notFollowed: Expectation = {
  exitCodes: [1, 2],
  also: ({ scene }) => (strangers.get(scene)?.visits ?? []).map((visit) => `it was followed: ${visit}`),
};

/** 34: the target sends us elsewhere. */
export const redirects: readonly Row[] = [
  toStranger('34a', 'invoices redirect to another host', { setup: byProxy(), match: invoices }),
  toStranger('34b', 'over TLS, invoices redirect to a host without it', {
    setup: byTlsProxy(),
    match: invoices,
  }),
  {
    id: '34c',
    group: 'B',
    title: 'invoices redirect to themselves, for ever',
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(invoices, (exchange) =>
        status(302, '', { location: `${scene.proxy.url}${exchange.asked.path}` })(exchange),
      );
      return scene.run();
    },
    expect: { exitCodes: [1, 2] },
  },
  toProduction('34d', 'invoices redirect to production', {
    match: invoices,
    location: `https://${productionHost}/v1/invoices`,
  }),
  toProduction('34e', 'the description redirects to production', {
    match: describe,
    location: `https://${productionHost}/v1`,
  }),
  toProduction('34f', 'invoices redirect to production in other letters, with a port and a name before it', {
    match: invoices,
    location: `https://staging@${productionHost.toUpperCase()}.:8443/v1/invoices`,
  }),
  toProduction('34h', 'what is asked at the end, whether anything is left, redirects to production', {
    match: call('GET', /^\/v1\/tenants\?/),
    location: `https://${productionHost}/v1/tenants`,
  }),
  toStranger('34g', 'the description redirects to another host', {
    setup: byProxy(),
    match: describe,
    expect: { ...notFollowed, exitCodes: [2], verdict: 'INCOMPLETE' },
  }),
];

interface ToStrangerParts {
  readonly setup: Setup;
  readonly match: Match;
  readonly expect?: Expectation;
}

function toStranger(id: string, title: string, { setup, match, expect = notFollowed }: ToStrangerParts): Row {
  return {
    id,
    group: 'B',
    title,
    setup,
    fault: async (scene) => {
      const stranger = await openStranger();
      scene.atEnd(() => stranger.close());
      strangers.set(scene, stranger);
      scene.proxy.when(match, status(307, '', { location: `${stranger.url}/v1/elsewhere` }));
      return scene.run();
    },
    expect,
  };
}

interface ToProductionParts {
  readonly match: Match;
  readonly location: string;
}

function toProduction(id: string, title: string, { match, location }: ToProductionParts): Row {
  return {
    id,
    group: 'B',
    title,
    setup: guarded,
    fault: async (scene) => {
      scene.proxy.when(match, status(302, '', { location }));
      return scene.run();
    },
    expect: { exitCodes: [77], says: [/production/i] },
  };
}
