import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endings, open, run } from './session.fixture.ts';
import { scenarioNames } from './strange-names.fixture.ts';

const fine = 'Feature: Fine\n  Scenario: Fine\n    Then 1 is 1\n';

/** Features that no editor writes: made at run time, because they are large, or no files at all. */
function makeStrangeFeatures(dir: string): void {
  writeFileSync(join(dir, 'huge.feature'), '');
  truncateSync(join(dir, 'huge.feature'), 100_000_000);
  writeFileSync(join(dir, 'utf16.feature'), Buffer.from(`\ufeff${fine}`, 'utf16le'));
  writeFileSync(join(dir, 'nul.feature'), `${fine}\0`);
  writeFileSync(join(dir, 'long.feature'), `${fine}# ${'x'.repeat(900_000)}\n`);
  const rows = '|1|\n'.repeat(100_000);
  writeFileSync(
    join(dir, 'rows.feature'),
    `Feature: F\nScenario Outline: O\nThen <a> is <a>\nExamples:\n|a|\n${rows}`,
  );
  execFileSync('mkfifo', [join(dir, 'pipe.feature')]);
  symlinkSync('/etc/hostname', join(dir, 'out.feature'));
  symlinkSync('/dev/zero', join(dir, 'zero.feature'));
  symlinkSync('fine.feature', join(dir, 'linked.feature'));
  symlinkSync('/etc', join(dir, 'folder'));
  symlinkSync('nowhere', join(dir, 'broken.feature'));
  mkdirSync(join(dir, 'folder.feature'));
  writeFileSync(join(dir, 'one.feature'), fine);
  linkSync(join(dir, 'one.feature'), join(dir, 'twin.feature'));
}

test('a feature that is none, or too much, is a fault with its place; the others are listed', async () => {
  const opened = await open({
    'features/fine.feature': fine,
    'features/SHOUTED.FEATURE': fine,
    'features/crlf.feature': `\ufeff${fine.replaceAll('\n', '\r\n')}`,
    'features/lang.feature': `# language: xx\n${fine}`,
    'features/open.feature': 'Feature: O\n  Scenario: S\n    Given a thing\n      """\n      never closed\n',
    'features/wip.feature': 'Feature: W\n  @WIP\n  Scenario: S\n    Then 1 is 1\n',
    'features/no-then.feature': 'Feature: N\n  Scenario: S\n    Given a thing\n',
  });
  makeStrangeFeatures(join(opened.projectDir, 'features'));
  const { faults, checks } = await opened.session.list();
  const expected = [
    /^features\/huge\.feature holds 100000000 bytes, expected at most 1048576\.$/,
    /^features\/utf16\.feature:1: is written in UTF-16/,
    /^features\/nul\.feature:4: holds a NUL byte/,
    /^features\/long\.feature:4: found a line of 900002 characters/,
    /^features\/rows\.feature:5005: found 100001 rows of tables/,
    /^features\/pipe\.feature is a pipe/,
    /^features\/out\.feature is a link that leads out of the project, to \/etc\/hostname/,
    /^features\/zero\.feature is a link that leads out of the project, to \/dev\/zero/,
    /^features\/folder is a link that leads out of the project/,
    /^features\/broken\.feature is not there/,
    /^features\/folder\.feature is a folder/,
    /^features\/one\.feature has a second name/,
    /^features\/twin\.feature has a second name/,
    /^features\/SHOUTED\.FEATURE: expected a name that ends in \.feature/,
    /^features\/lang\.feature:1: cannot be read: .*xx/,
    /^features\/open\.feature:\d+: cannot be read/,
    /^features\/wip\.feature:3: tagged @WIP: not finished/,
    /^features\/no-then\.feature:2: "S" has no Then/,
  ];
  for (const pattern of expected)
    expect(
      faults.filter((fault) => pattern.test(fault)),
      String(pattern),
    ).toHaveLength(1);
  expect(faults, faults.join('\n')).toHaveLength(expected.length);
  const listed = checks.map(({ file, line }) => `${file}:${line}`);
  for (const file of ['fine.feature', 'crlf.feature', 'linked.feature'])
    expect(listed).toContain(`features/${file}:2`);
});

test('steps that are no files, and expressions without end, are faults and nothing waits', async () => {
  const opened = await open({
    'features/fine.feature': `${fine}  Scenario: Slow\n    Then ${'a'.repeat(60)}!\n`,
    'steps/slow.mjs': "import { Then } from '@cucumber/cucumber';\n\nThen(/^(a+)+$/, () => {});\n",
  });
  execFileSync('mkfifo', [join(opened.projectDir, 'steps', 'pipe.js')]);
  symlinkSync('/dev/zero', join(opened.projectDir, 'steps', 'zero.js'));
  expect(await opened.session.list()).toMatchObject({
    checks: [],
    faults: [
      'steps/pipe.js is a pipe, expected a file.',
      expect.stringMatching(/^steps\/zero\.js is a link that leads out of the project/),
      expect.stringMatching(/^steps\/slow\.mjs:3: the expression .* can take time without end/),
    ],
  });
});

test('names that look alike, read backwards or never end are kept, each under an id of its own', async () => {
  const text = scenarioNames.map((name) => `  Scenario: ${name}\n    Then 1 is 1\n`).join('');
  const { faults, checks } = await (
    await open({ 'features/names.feature': `Feature: Names\n${text}` })
  ).session.list();
  expect(faults).toEqual([]);
  expect(checks.map(({ titlePath }) => titlePath[1])).toEqual(scenarioNames);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(scenarioNames.length);
});

test('rows in another order keep their ids', async () => {
  const outline = (rows: readonly string[]) =>
    `Feature: F\n  Scenario Outline: O\n    Then <a> is <b>\n    Examples:\n      | a | b |\n${rows.map((row) => `      ${row}\n`).join('')}`;
  const rows = ['| 1 | 1 |', '| 2 | 2 |', '| 3 | 3 |'];
  const idsOf = async (order: readonly string[]) => {
    const { session } = await open({ 'features/o.feature': outline(order) });
    return (await session.list()).checks.map(({ id }) => id);
  };
  const [ids, turned] = [await idsOf(rows), await idsOf(rows.toReversed())];
  expect(new Set(ids).size).toBe(3);
  expect(turned).toEqual(ids.toReversed());
});

test('what is left out or not written yet is never passed, and names its step', async () => {
  const opened = await open({
    'features/f.feature': `Feature: F
  Scenario: Left out
    Given a thing that is left out
    Then 1 is 1
  Scenario: Not written
    Given a thing that is not written yet
    Then 1 is 1
  @broken-before
  Scenario: Before
    Then 1 is 1
  @broken-after
  Scenario: After
    Then 1 is 1
`,
  });
  const listing = await opened.session.list();
  const exit = await run(opened, listing, ['Left out', 'Not written', 'Before', 'After']);
  expect(endings(opened.records)).toEqual(Array(4).fill('broken test-defect'));
  const messages = opened.records.flatMap((record) =>
    record.kind === 'check-finished' ? [record.error?.message] : [],
  );
  expect(messages).toEqual([
    'Found the step "a thing that is left out" SKIPPED, expected PASSED.',
    'Found the step "a thing that is not written yet" PENDING, expected PASSED.',
    'the hook before went wrong',
    'the hook after went wrong',
  ]);
  expect(exit.exitCode).toBe(1);
});

test('a hook that fails before the first scenario leaves nothing passed', async () => {
  const opened = await open({ 'features/f.feature': fine }, { BREAK_BEFORE_ALL: '1' });
  const exit = await run(opened, await opened.session.list(), ['Fine']);
  expect(endings(opened.records).filter((ending) => ending.startsWith('passed'))).toEqual([]);
  expect(exit.exitCode).not.toBe(0);
});
