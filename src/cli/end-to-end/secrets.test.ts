import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRun } from '../../journal/run-folder.ts';
import {
  type Ended,
  hostedProject,
  newProject,
  removeProjects,
  runFolder,
  tollgate,
  verdictIn,
} from './test-run.fixture.ts';

const planted = 'Pl4nt3d/"s3cret"+ö&one';
const code = new URL('../..', import.meta.url).href;

/** The shipped driver, with the secret put wherever a careless driver would put it. */
const ownDriver = `
import { driver as shipped } from '${code}drivers/sandbox.ts';
import { HttpClient } from '${code}drivers/http-client.ts';
const tokenOf = (address) => address.options.secrets?.token ?? process.env.PLAIN_TOKEN;
export const driver = {
  ...shipped,
  name: 'own',
  async open(address, request) {
    const token = tokenOf(address);
    const basic = 'Basic ' + Buffer.from('u:' + token).toString('base64');
    const client = new HttpClient({ baseUrl: address.url, headers: { authorization: basic }, wire: request.wire });
    const path = '/v1/nothing/' + encodeURIComponent(token) + '?key=' + encodeURIComponent(token);
    await client.write({ operation: 'own.write', method: 'POST', path, body: { token, basic } }).catch(() => undefined);
    await client.close();
    const session = await shipped.open(address, request);
    const createCustomer = session.createCustomer.bind(session);
    session.createCustomer = (customer) => createCustomer({ ...customer, name: customer.name + ' ' + token });
    session.advanceTo = async () => {
      throw new Error('no luck with ' + token + ' or ' + JSON.stringify({ token }) + ' ' + basic);
    };
    return session;
  },
};
`;

const ownSteps = `
import { Then, When } from '@cucumber/cucumber';
When('the token is told to everybody', function () {
  const { target } = JSON.parse(process.env.TOLLGATE_SCENARIO);
  const token = target.options.secrets?.token ?? process.env.PLAIN_TOKEN;
  console.log('printed', token, Buffer.from(token).toString('hex'));
  console.error(encodeURIComponent(token));
  this.token = token;
});
Then('it is {string}', function (expected) { this.story.world.expectEqual('the token', expected, this.token); });
Then('all is well', function () { this.story.world.expectEqual('one', 1, 1); });
`;

const ownFeature = `
@own
Feature: A token that everybody tells

  Scenario: It is told and all is well
    When the token is told to everybody
    Then all is well

  Scenario: It is told and compared
    When the token is told to everybody
    Then it is "something else"
`;

async function project(secrets: string): Promise<string> {
  const yaml = hostedProject
    .replace('driver: sandbox', 'driver: ./own-driver.mjs')
    .replace(' environment: test', `${secrets} environment: test`);
  return newProject(yaml, {
    'own-driver.mjs': ownDriver,
    'steps/own.steps.mjs': ownSteps,
    'features/own.feature': ownFeature,
  });
}

/** The own feature, and shipped examples that make customers and move the clock. */
const asked = ['run', '--phase', 'uat', '--tags', '@own or @tax'];

/** Every way in which a reader could find it; parts of base64 that do not depend on what stands around. */
const needles: readonly string[] = [
  planted,
  JSON.stringify(planted).slice(1, -1),
  JSON.stringify(JSON.stringify(planted)).slice(3, -3),
  encodeURIComponent(planted),
  encodeURIComponent(planted).toLowerCase(),
  planted.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  planted.replaceAll('&', '&amp;').replaceAll('"', '&#34;'),
  Buffer.from(planted).toString('hex'),
  ...['', 'a', 'ab'].map((before) =>
    Buffer.from(before + planted)
      .toString('base64')
      .slice(4, 24),
  ),
  'Pl4nt3d',
  's3cret',
];

function filesUnder(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function foundIn(bytes: Buffer): readonly string[] {
  return needles.filter((needle) => bytes.includes(needle));
}

describe('a planted secret', () => {
  let hidden: Ended;
  let plain: Ended;
  let hiddenDir = '';
  let plainDir = '';

  beforeAll(async () => {
    hiddenDir = await project('secrets: { token: { env: OWN_TOKEN } },');
    plainDir = await project('');
    hidden = await tollgate(hiddenDir, asked, { env: { OWN_TOKEN: planted } });
    plain = await tollgate(plainDir, asked, { env: { PLAIN_TOKEN: planted } });
  });
  afterAll(removeProjects);

  test('is in no file of the run folder and in nothing printed', () => {
    const runDir = runFolder(hiddenDir, hidden);
    const files = filesUnder(runDir);
    expect(files.length).toBeGreaterThan(10);
    expect(files.map((file) => file.slice(runDir.length + 1))).toContain(join('target', 'sandbox.sqlite'));
    const hits = files.flatMap((file) => foundIn(readFileSync(file)).map((needle) => `${file}: ${needle}`));
    expect(hits).toEqual([]);
    expect(foundIn(Buffer.from(hidden.stdout + hidden.stderr))).toEqual([]);
  });

  test('would be there without', () => {
    const runDir = runFolder(plainDir, plain);
    const kinds = new Set(filesUnder(runDir).flatMap((file) => foundIn(readFileSync(file))));
    expect(kinds).toContain(encodeURIComponent(planted));
    expect(kinds.size).toBeGreaterThan(3);
  });

  test('is counted by its name, and the verdict is what it would be', async () => {
    const { journal } = await readRun(runFolder(hiddenDir, hidden));
    const record = journal.lines.map((line) => line.record).find(({ kind }) => kind === 'masked');
    if (record?.kind !== 'masked') throw new Error('expected a record of what was masked');
    expect(record.count).toBeGreaterThan(10);
    expect(record.bySecret).toEqual({ token: record.count });
    const of = async (dir: string, ended: Ended) => {
      const { verdict, scope, phases } = await verdictIn(runFolder(dir, ended));
      const counts = phases.map(({ durationMs: _, faults, ...phase }) => ({
        ...phase,
        faults: faults.length,
      }));
      return { exitCode: ended.exitCode, verdict, result: scope.result, counts };
    };
    expect(await of(hiddenDir, hidden)).toEqual(await of(plainDir, plain));
    expect(hidden.exitCode).toBe(1);
  });
});

describe('a secret that cannot be one', () => {
  test.each([
    ['no variable', '{ env: NO_SUCH_VARIABLE }', {}, /found no environment variable NO_SUCH_VARIABLE/],
    ['an empty one', '{ env: IT }', { IT: '' }, /found an empty secret/],
    ['a short one', '{ env: IT }', { IT: 'abc' }, /found a secret of 3 characters/],
    ['an amount', '{ env: IT }', { IT: '1234567.89' }, /digits only, which could be an amount/],
    ['no file', '{ file: nowhere }', {}, /found nowhere, which is not there/],
    ['a folder', '{ file: features }', {}, /found features, which is a folder, expected a file/],
    [
      'a file that is too large',
      '{ file: large }',
      {},
      /found large, which holds 70000 bytes, expected at most 65536/,
    ],
  ])('%s is exit code 78 with its line', async (...[, from, env, message]) => {
    const dir = await newProject(
      hostedProject.replace(' environment: test', ` secrets: { it: ${from} }, environment: test`),
    );
    await mkdir(join(dir, 'features'), { recursive: true });
    await writeFile(join(dir, 'large'), 'x'.repeat(70_000));
    const { exitCode, stderr } = await tollgate(dir, ['run', '--phase', 'unit'], { env });
    expect(stderr).toMatch(/^tollgate: tollgate\.yaml:4: targets\.hosted\.secrets\.it: /);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(78);
  });
});
