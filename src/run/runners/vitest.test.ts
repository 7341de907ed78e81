import { afterEach, describe, expect, test } from 'vitest';
import type { ListedCheck } from '../../model/observing/check.ts';
import type { ToolRecord } from '../../model/observing/record.ts';
import type { Listing, StepExit } from '../runner.ts';
import { closeOpened, type Opened, open, openTogether, repository } from './vitest/opened.fixture.ts';

afterEach(closeOpened);

const begin = "import { describe, expect, test } from 'vitest';\n";
const fine = `${begin}describe('Fine', () => { test('holds', () => { expect(1).toBe(1); }); });`;

/** Checks that tell of themselves from within their worker, as the suites that we ship do. */
const tellingSuite = `${begin}
  import { checkIdOf } from '${repository}/src/channel/check-id.ts';
  import { connectChannel } from '${repository}/src/channel/client.ts';
  import { telling as tell } from '${repository}/src/scenario/tell-check.ts';
  const telling = (title, body) => test(title, { meta: { topic: 'rating' } }, async ({ signal }) => {
    const channel = await connectChannel('worker');
    const checkId = checkIdOf({ phase: 'unit', file: 'crash.suite', titlePath: [title] });
    await tell({ channel, checkId, signal }, async () => body());
  });`;

function run({ session }: Opened, checks: readonly ListedCheck[]): Promise<StepExit> {
  return session.run(checks.map((check) => ({ ...check, disposition: { kind: 'run' } })));
}

const titles = ({ checks }: Listing) => checks.map(({ titlePath }) => titlePath.join(' › '));

function namesOf(
  checks: readonly ListedCheck[],
  records: readonly ToolRecord[],
  kind: 'check-started' | 'check-finished',
): readonly string[] {
  const ids = records.flatMap((record) => (record.kind === kind ? [record.checkId] : []));
  return ids.map((id) => checks.find((check) => check.id === id)?.titlePath.join(' › ') ?? id).toSorted();
}

function endings({ records }: Pick<Opened, 'records'>): readonly string[] {
  return records
    .flatMap((record) => (record.kind === 'check-finished' ? [`${record.status} ${record.cause}`] : []))
    .toSorted();
}

describe('a session of vitest', () => {
  test('lists what would run, runs what it is told to, and says whose fault it was', async () => {
    const opened = await open({
      fine,
      mixed: `${begin}
        test('is wrong about the target', () => { expect(1).toBe(2); });
        test('has a bug of its own', () => { undefined.nothing(); });
        test('hears words of ours from the target', () => { expect('Test timed out in 5ms').toBe(''); });
        test('waits for nothing', { timeout: 20 }, () => new Promise(() => undefined));
        test('is not asked for', () => { expect(1).toBe(3); });`,
    });
    const listing = await opened.session.list();
    expect(listing.faults).toEqual([]);
    expect(titles(listing)).toEqual([
      'Fine › holds',
      'is wrong about the target',
      'has a bug of its own',
      'hears words of ours from the target',
      'waits for nothing',
      'is not asked for',
    ]);
    const exit = await run(
      opened,
      listing.checks.filter(({ titlePath }) => titlePath[0] !== 'is not asked for'),
    );
    expect(exit).toMatchObject({ exitCode: 1, signal: null, timedOut: false });
    expect(endings(opened)).toEqual([
      'broken test-defect',
      'broken timed-out',
      'failed product',
      'failed product',
      'passed null',
    ]);
    expect(exit.report).toMatchObject({
      kind: 'read',
      runErrors: [],
    });
    expect(exit.report.kind === 'read' ? exit.report.checks.length : 0).toBe(5);
  });

  test('a suite that does not load is a fault of the listing; the others are listed', async () => {
    const opened = await open({ fine, broken: `${begin}throw new Error('no luck today');` });
    const listing = await opened.session.list();
    expect(titles(listing)).toEqual(['Fine › holds']);
    expect(listing.faults.join('\n')).toMatch(/broken\.suite\.ts: no luck today/);
  });

  test.each([
    ['is killed', "process.kill(process.pid, 'SIGKILL');"],
    ['ends as if all were well', 'process.exit(0);'],
  ])('a worker that %s takes no other result along, and is no success', async (_how, code) => {
    const opened = await open({
      fine,
      crash: `${begin}test('goes down', async () => { ${code} await new Promise(() => {}); });`,
    });
    const { checks } = await opened.session.list();
    const exit = await run(opened, checks);
    expect(exit.exitCode).toBe(1);
    expect(endings(opened).filter((ending) => ending.startsWith('passed'))).toEqual(['passed null']);
    const told = exit.report.kind === 'read' ? exit.report.checks.map(({ status }) => status) : [];
    expect(told.filter((status) => status === 'passed')).toHaveLength(1);
  });

  test('what is left out or stands alone is a fault of the listing', async () => {
    const { session } = await open({
      fine,
      left: `${begin}test.skip('later', () => {}); test.todo('some day'); test('now', () => {});
        describe.skip('All of it', () => { test('inside', () => {}); });`,
      alone: `${begin}test.only('me', () => {}); test('not me', () => {});`,
    });
    const { faults } = await session.list();
    for (const expected of [
      /^left\.suite\.ts:2: "later" is marked skip, itself/,
      /^left\.suite\.ts:2: "some day" is marked todo/,
      /^left\.suite\.ts:3: "All of it" is marked skip/,
      /^alone\.suite\.ts:2: "not me" is marked skip, itself or because another is marked only/,
    ])
      expect(
        faults.some((fault) => expected.test(fault)),
        `${expected}\n${faults.join('\n')}`,
      ).toBe(true);
    expect(faults.some((fault) => fault.includes('fine'))).toBe(false);
  });

  test('a worker that dies takes down the check it was at, and no other of its file', async () => {
    const opened = await open({
      fine,
      crash: `${tellingSuite}
        for (const title of ['first', 'second']) telling(title, () => {});
        telling('goes down', () => process.kill(process.pid, 'SIGKILL'));
        telling('third', () => {});
        telling('goes down, too', () => process.kill(process.pid, 'SIGABRT'));
        telling('last', () => {});`,
    });
    const { checks } = await opened.session.list();
    const exit = await run(opened, checks);
    expect(exit).toMatchObject({ exitCode: 1, signal: null, orphans: [] });
    expect(namesOf(checks, opened.records, 'check-finished')).toEqual(
      ['Fine › holds', 'first', 'second', 'third', 'last'].toSorted(),
    );
    expect(namesOf(checks, opened.records, 'check-started')).toEqual(
      titles({ checks } as Listing).toSorted(),
    );
    expect(exit.report).toMatchObject({ kind: 'read', finished: false });
    expect(exit.report.kind === 'read' ? exit.report.runErrors.join() : '').toMatch(/exited unexpectedly/);
  });

  test('suites that were listed together run each in a process of its own', async () => {
    const alone = `${begin}test('holds', () => {
      const before = globalThis.seen; globalThis.seen = true; expect(before).toBe(undefined);
    });`;
    const opened = await open({ one: alone, two: alone, three: alone });
    const { checks } = await opened.session.list();
    await run(opened, checks);
    expect(endings(opened)).toEqual(['passed null', 'passed null', 'passed null']);
  });

  test('steps that are opened together are listed by one process, and each is run by its own', async () => {
    const telling = (title: string, outcome: string) =>
      `${begin}test('${title}', () => { expect('${outcome}').toBe('right'); });`;
    const { sessions, records } = await openTogether([
      { one: telling('is of the first', 'right') },
      { two: telling('is of the second', 'wrong'), broken: 'this is no suite;' },
      { three: telling('is of the third', 'right') },
    ]);
    const listings = await Promise.all(sessions.map((session) => session.list()));
    expect(listings.map(titles)).toEqual([['is of the first'], ['is of the second'], ['is of the third']]);
    expect(listings.map(({ checks }) => checks.map(({ step }) => step))).toEqual([
      ['suites-0'],
      ['suites-1'],
      ['suites-2'],
    ]);
    expect(listings.map(({ faults }) => faults.length > 0)).toEqual([false, true, false]);
    sessions[2]?.prepare?.();
    const exits: (number | null)[] = [];
    for (const [at, session] of sessions.entries()) {
      const { exitCode, report } = await run({ session, records }, listings[at]?.checks ?? []);
      expect(report).toMatchObject({ kind: 'read', checks: [{ id: listings[at]?.checks[0]?.id }] });
      exits.push(exitCode);
    }
    expect(exits).toEqual([0, 1, 0]);
    expect(endings({ records })).toEqual(['failed product', 'passed null', 'passed null']);
  });

  test('a lister that dies leaves none of its steps listed', async () => {
    const { sessions } = await openTogether([
      { one: `${begin}process.kill(process.ppid, 'SIGKILL'); await new Promise(() => undefined);` },
      { fine },
    ]);
    const listings = await Promise.allSettled(sessions.map((session) => session.list()));
    expect(listings.map((one) => (one.status === 'rejected' ? String(one.reason) : 'listed'))).toEqual([
      expect.stringContaining('during "list"'),
      expect.stringContaining('during "list"'),
    ]);
  });

  test('an error that nobody waited for belongs to no check, and is told', async () => {
    const opened = await open({
      late: `${begin}test('holds', async () => {
        void Promise.reject(new Error('nobody waited for this'));
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect(1).toBe(1);
      });`,
    });
    const { checks } = await opened.session.list();
    const exit = await run(opened, checks);
    expect(endings(opened)).toEqual(['passed null']);
    expect(exit.exitCode).toBe(1);
    expect(exit.report).toMatchObject({
      kind: 'read',
      runErrors: ['nobody waited for this (late.suite.ts, while "holds" was running)'],
    });
  });
});
