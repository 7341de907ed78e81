import { expect, test } from 'vitest';
import { endings, open, run } from './cucumber/session.fixture.ts';

const good = `@close
Feature: Things
  Rule: One is one
    Scenario: Right
      Given a thing
      Then 1 is 1
    Scenario: Wrong
      Given a thing
      Then 1 is 2
    Scenario: Broken
      Given a bug in the step
      Then 1 is 1
    Scenario: Empty hands
      Then nobody looks
    Scenario: Gone
      Given the process is ended
      Then 1 is 1
    Scenario Outline: <a> again
      Then <a> is <a>
      Examples:
        | a |
        | 5 |
        | 7 |
`;

test('lists each scenario and each row once, runs only those asked for, and tells how each ended', async () => {
  const opened = await open({ 'features/tax/things.feature': good });
  const listing = await opened.session.list();
  expect(listing.faults).toEqual([]);
  expect(
    listing.checks.map(({ titlePath, line, topic }) => [titlePath.slice(2).join(' / '), line, topic]),
  ).toEqual([
    ['Right', 4, 'tax'],
    ['Wrong', 7, 'tax'],
    ['Broken', 10, 'tax'],
    ['Empty hands', 13, 'tax'],
    ['Gone', 15, 'tax'],
    ['5 again / a 5', 22, 'tax'],
    ['7 again / a 7', 23, 'tax'],
  ]);
  const exit = await run(opened, listing, ['Right', 'Wrong', 'Broken', 'Empty hands', 'a 7']);
  expect(endings(opened.records)).toEqual([
    'passed null',
    'failed product',
    'broken test-defect',
    'broken test-defect',
    'passed null',
  ]);
  expect(exit).toMatchObject({
    exitCode: 1,
    signal: null,
    report: { kind: 'read', finished: true, runErrors: [] },
  });
  expect(exit.report.kind === 'read' && exit.report.checks.map(({ status }) => status)).toEqual([
    'passed',
    'failed',
    'broken',
    'broken',
    'passed',
  ]);
});

test('a step that ends the process with success is no success', async () => {
  const opened = await open({ 'features/things.feature': good });
  const listing = await opened.session.list();
  const exit = await run(opened, listing, ['Right', 'Gone', 'a 5']);
  expect(exit.exitCode).toBe(0);
  expect(endings(opened.records)).toEqual(['passed null']);
  expect(exit.report.kind === 'read' ? exit.report.finished : false).toBe(false);
});

test('a hook that fails after the last scenario is told, and the exit code says so', async () => {
  const opened = await open({ 'features/things.feature': good }, { BREAK_AFTER_ALL: '1' });
  const listing = await opened.session.list();
  const exit = await run(opened, listing, ['Right']);
  expect(exit.exitCode).toBe(1);
  expect(endings(opened.records)).toEqual(['passed null']);
  expect(exit.report).toMatchObject({ finished: true, checks: [{ status: 'passed' }] });
  expect(exit.report.kind === 'read' && exit.report.runErrors.join()).toContain('the end went wrong');
});

test('an error that nobody waited for costs no other scenario its result, and is told with where to look', async () => {
  const feature = `Feature: Late
    Scenario: Leaves something
      Given a promise that nobody waits for
    Scenario: Comes after
      Given a thing
      Then 1 is 1`;
  const opened = await open({ 'features/late.feature': feature });
  const listing = await opened.session.list();
  const exit = await run(opened, listing, ['Leaves something', 'Comes after']);
  expect(exit.exitCode).toBe(1);
  expect(opened.records.filter(({ kind }) => kind === 'check-finished')).toHaveLength(2);
  const strays = exit.report.kind === 'read' ? exit.report.runErrors : [];
  const failed = opened.records.flatMap((record) =>
    record.kind === 'check-finished' ? [record.error?.message ?? ''] : [],
  );
  // Which of the two it is, is a matter of a millisecond: it fails the scenario that runs then, or stands by itself.
  const told = [...strays, ...failed].join('\n');
  expect(told).toContain('nobody waited');
  if (strays.length > 0) expect(strays.join()).toMatch(/the last check that began was "Late › /);
});

test('everything that would be lost without a word is a fault with its place', async () => {
  const opened = await open({
    'features/a.feature': `Feature: A
  Scenario: Nothing
  Scenario: Lost
    Gven a thing
    Then 1 is 1
  Scenario Outline: No rows
    Then 1 is 1
  Scenario: Unknown
    Given a thnig
    Then 1 is 1
  Scenario: Twice
    Given a thing or two
    Then 1 is 1
  Scenario: Same
    Then 1 is 1
  Scenario: Same
    Then 1 is 1
  Scenario: Bad values
    Given the plan "Basic" costs EUR 49 per month
    And "Acme" subscribes to "Basic" on 03/04/2026
    Then the first invoice of "Acme" totals EUR 49.00
  Scenario: Upside down
    Given "Acme" has 1 invoice
    Then today is 1 April 2026
`,
    'features/b.feature': 'Feature: B\n  Scenario: Torn\n    Given a thing\n      nonsense\n',
    'features/c.feature': '',
    'features/d.feature': 'Feature: D\n  @topic:weather\n  Scenario: Fine\n    Then 1 is 1\n',
  });
  const { faults, checks } = await opened.session.list();
  const expected = [
    /^features\/b\.feature:4: cannot be read/,
    /^features\/c\.feature:1: found no feature/,
    /^features\/a\.feature:2: found the scenario "Nothing" without steps/,
    /^features\/a\.feature:3: the line "Gven a thing" .* Given/,
    /^features\/a\.feature:6: found the outline "No rows" without rows/,
    /^features\/a\.feature:8: no step is called "a thnig"\. Nearest: a thing/,
    /^features\/a\.feature:11: "a thing or two" could be any of/,
    /^features\/a\.feature:16: found a second scenario of this name/,
    /^features\/a\.feature:18: .*EUR 49.*2 digits/,
    /^features\/a\.feature:18: .*03\/04\/2026.*two different days/,
    /^features\/a\.feature:22: .*belongs under Then/,
    /^features\/a\.feature:22: .*looks at nothing/,
    /^features\/d\.feature:3: found the tag @topic:weather/,
  ];
  for (const pattern of expected)
    expect(
      faults.filter((fault) => pattern.test(fault)),
      String(pattern),
    ).toHaveLength(1);
  expect(faults, faults.join('\n')).toHaveLength(expected.length);
  expect(checks.some(({ titlePath }) => titlePath.includes('Fine'))).toBe(true);
});
