import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Listener, openListener } from '../listener.ts';
import { knowingOnly, openNameServer, resolvConf } from '../name-server.ts';
import { status } from '../proxy/acts.ts';
import { call } from '../proxy/matches.ts';
import type { Expectation, Row, Seen } from '../row.ts';
import type { Scene } from '../scene.ts';
import { addressedTarget, byProxy, shortProject } from '../setup.ts';

const productionHost = 'billing.acme.example';
const markOf = (host: string) => `production: { hosts: ["${host}"] }`;
const setup = byProxy({ yaml: shortProject(addressedTarget, [markOf(productionHost)]) });
const live = ['sk', 'live', '51HxQ2plantedValue'].join('_');

const listeners = new WeakMap<Scene, Listener>();

/** A listener in place of what must not be reached; the project names it as its target. */
async function listening(scene: Scene): Promise<number> {
  const listener = await openListener();
  scene.atEnd(() => listener.close());
  listeners.set(scene, listener);
  return listener.port;
}

async function aimAt(scene: Scene, url: string): Promise<void> {
  await scene.editYaml(`"${scene.proxy.url}"`, url.startsWith('{') ? url : `"${url}"`);
}

function untouched({ scene }: Seen): readonly string[] {
  const connections = listeners.get(scene)?.connections() ?? -1;
  const said = connections === 0 ? [] : [`${connections} connections to what must not be reached`];
  return existsSync(join(scene.project, 'reports')) ? [...said, 'a run folder was made'] : said;
}

const refused: Expectation = { exitCodes: [77], verdict: null, says: [/\n {2}→ \S/], also: untouched };
const misconfigured: Expectation = { ...refused, exitCodes: [78] };

interface Spelling {
  readonly id: string;
  readonly title: string;
  readonly mark: string;
  readonly host: string;
}

const spellings: readonly Spelling[] = [
  { id: '111a', title: 'in upper case', mark: 'billing.localhost', host: 'BILLING.LocalHost' },
  { id: '111b', title: 'with a dot behind it', mark: 'billing.localhost', host: 'billing.localhost.' },
  { id: '111c', title: 'in punycode', mark: 'bücher.localhost', host: 'xn--bcher-kva.localhost' },
  { id: '111d', title: 'as a decimal number', mark: '127.0.0.1', host: '2130706433' },
  { id: '111e', title: 'as a hexadecimal number', mark: '127.0.0.1', host: '0x7f000001' },
  { id: '111f', title: 'as an octal number', mark: '127.0.0.1', host: '0177.0.0.01' },
  { id: '111g', title: 'as IPv4 within IPv6', mark: '127.0.0.1', host: '[::ffff:7f00:1]' },
  { id: '111h', title: 'as the address of its name', mark: 'billing.localhost', host: '127.0.0.1' },
  {
    id: '111i',
    title: 'below a mark for a whole domain',
    mark: '*.live.localhost',
    host: 'eu.LIVE.localhost',
  },
];

const bySpelling: readonly Row[] = spellings.map(({ id, title, mark, host }) => ({
  id,
  group: 'H',
  title: `production as target, with a port, ${title}`,
  setup,
  fault: async (scene) => {
    const port = await listening(scene);
    await scene.editYaml(markOf(productionHost), markOf(mark));
    await aimAt(scene, `http://${host}:${port}`);
    return scene.run();
  },
  expect: { ...refused, says: [/production/, /tollgate\.yaml:\d+: targets\.bench\.url/] },
}));

/** Ours, started where only these two files say who is who. */
async function knowing(scene: Scene, hosts: string) {
  await scene.write('names/resolv.conf', resolvConf);
  await scene.write('names/hosts', `127.0.0.1 localhost\n${hosts}`);
  const folder = join(scene.project, 'names');
  return knowingOnly({ resolvConf: join(folder, 'resolv.conf'), hosts: join(folder, 'hosts') });
}

interface Byway {
  readonly id: string;
  readonly title: string;
  readonly fault: Row['fault'];
  readonly expect?: Expectation;
}

const byways: readonly Byway[] = [
  {
    id: '111j',
    title: 'a harmless name that the hosts file leads to the address of production',
    fault: async (scene) => {
      const port = await listening(scene);
      await aimAt(scene, `http://staging.acme.test:${port}`);
      return scene.run({ inside: await knowing(scene, `127.0.0.1 staging.acme.test ${productionHost}\n`) });
    },
  },
  {
    id: '111k',
    title: 'a harmless name that is an alias of production',
    fault: async (scene) => {
      const port = await listening(scene);
      const server = await openNameServer({ 'staging.acme.test': productionHost });
      scene.atEnd(() => server.close());
      await aimAt(scene, `http://staging.acme.test:${port}`);
      return scene.run({ inside: await knowing(scene, '') });
    },
    expect: { ...refused, says: [/another name of one of `production`/] },
  },
  {
    id: '111l',
    title: 'a name before the host: prod@staging',
    fault: async (scene) => {
      const port = await listening(scene);
      await aimAt(scene, `http://prod@127.0.0.1:${port}`);
      return scene.run();
    },
    expect: { ...refused, neverSays: [/prod@/] },
  },
  {
    id: '111m',
    title: 'a variable that leads to production, and others that would open the guard',
    fault: async (scene) => {
      const port = await listening(scene);
      await scene.editYaml(markOf(productionHost), markOf('127.0.0.1'));
      await aimAt(scene, '{ env: BILLING_URL }');
      const env = {
        BILLING_URL: `http://localhost:${port}`,
        TOLLGATE_GUARD: 'off',
        NODE_ENV: 'test',
        CI: '1',
      };
      return scene.run({ env });
    },
  },
  {
    id: '111n',
    title: 'an address typed after --target',
    fault: async (scene) => {
      const port = await listening(scene);
      await scene.editYaml(markOf(productionHost), markOf('127.0.0.1'));
      return scene.start(['run', '--target', `HTTP://LOCALHOST:${port}/`]).ended;
    },
  },
  {
    id: '111o',
    title: 'a test target that redirects to production',
    fault: async (scene) => {
      const port = await listening(scene);
      await scene.editYaml(markOf(productionHost), markOf('live.invalid'));
      scene.proxy.when(
        call('GET', /^\/v1\/describe/),
        status(302, '', { location: `http://LIVE.invalid.:${port}/v1/describe` }),
      );
      return scene.run();
    },
    expect: { ...refused, also: (seen) => untouched(seen).filter((one) => !one.includes('folder')) },
  },
  {
    id: '111p',
    title: 'the key of a live account among the options',
    fault: async (scene) => {
      const port = await listening(scene);
      await aimAt(scene, `http://127.0.0.1:${port}`);
      await scene.editYaml('environment: test', `environment: test, options: { auth: { key: ${live} } }`);
      return scene.run();
    },
    expect: { ...refused, says: [/begins with "sk_live_"/], neverSays: [/plantedValue/] },
  },
  {
    id: '113a',
    title: 'load, which the target does not accept',
    fault: (scene) => declared(scene, 'environment: test, accepts: [read, write]'),
    expect: { ...misconfigured, says: [/tollgate\.yaml:\d+: targets\.bench\.accepts: .*expected load/] },
  },
  {
    id: '113b',
    title: 'a run against a target that accepts reading only',
    fault: (scene) => declared(scene, 'environment: test, accepts: [read]'),
    expect: { ...misconfigured, says: [/tollgate\.yaml:\d+: targets\.bench\.accepts: .*expected write/] },
  },
  {
    id: '113c',
    title: 'a run against production that was granted for reading',
    fault: (scene) => declared(scene, 'environment: production, access: read-only'),
  },
];

async function declared(scene: Scene, access: string) {
  const port = await listening(scene);
  await aimAt(scene, `http://127.0.0.1:${port}`);
  await scene.editYaml('environment: test', access);
  return scene.run();
}

/** 111, 113: production as target, however it is spelled, and what a target was not declared for. */
export const production: readonly Row[] = [
  ...bySpelling,
  ...byways.map(
    ({ id, title, fault, expect = refused }): Row => ({ id, group: 'H', title, setup, fault, expect }),
  ),
];
