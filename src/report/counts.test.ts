import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phaseNames } from '../model/observing/phase.ts';
import { statusOrder } from './check-words.ts';
import { ctrf } from './ctrf.ts';
import { check, decided, gate, input } from './fixture-parts.ts';
import { indexOf, written } from './fixture-text.ts';
import { junit } from './junit.ts';
import { htmlPage } from './page/html-page.ts';

const anyRun = fc
  .array(fc.record({ phase: fc.constantFrom(...phaseNames), status: fc.constantFrom(...statusOrder) }), {
    maxLength: 30,
  })
  .map((shapes) => {
    const checks = shapes.map((shape, index) => check({ ...shape, name: `check ${index}` }));
    return input(decided({ word: 'INCOMPLETE', checks, gates: [gate('completeness', 'unproven')] }), {});
  });

describe('each format counts every check once', () => {
  it('junit.xml: its suites add up to its head, and each status is told', () => {
    fc.assert(
      fc.property(anyRun, (one) => {
        const xml = written(junit, one);
        const suites = [
          ...xml.matchAll(
            /<testsuite name="(\w+)" tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/g,
          ),
        ];
        const ofChecks = suites.filter(([, name = '']) => (phaseNames as readonly string[]).includes(name));
        const sum = (list: typeof suites, field: number) =>
          list.reduce((total, match) => total + Number(match[field]), 0);
        const count = (...wanted: string[]) =>
          one.run.checks.filter(({ status }) => wanted.includes(status)).length;
        expect(sum(ofChecks, 2)).toBe(one.run.checks.length);
        expect(sum(ofChecks, 3)).toBe(count('failed'));
        expect(sum(ofChecks, 4)).toBe(count('broken', 'not-run'));
        expect(sum(ofChecks, 5)).toBe(count('excluded'));
        expect(xml).toContain(`tests="${sum(suites, 2)}" failures="${sum(suites, 3)}"`);
        expect(xml.match(/<testcase/g)?.length).toBe(sum(suites, 2));
      }),
      { numRuns: 40 },
    );
  });

  it('ctrf.json: planned is what passed, failed, broke, did not run or was excluded', () => {
    fc.assert(
      fc.property(anyRun, (one) => {
        const { summary, tests } = JSON.parse(written(ctrf, one)).results;
        const { failed, broken, notRun, excluded } = summary.extra;
        expect(summary.tests).toBe(tests.length);
        expect(summary.passed + failed + broken + notRun + excluded).toBe(tests.length);
        expect(summary.passed + summary.failed + summary.skipped).toBe(tests.length);
        expect(new Set(tests.map((test: { id: string }) => test.id)).size).toBe(tests.length);
      }),
      { numRuns: 40 },
    );
  });

  it('report.html: the index holds every check, worst first', () => {
    fc.assert(
      fc.property(anyRun, (one) => {
        const index = indexOf(written(htmlPage, one));
        expect([...index.id].sort()).toEqual(one.run.checks.map(({ check: { id } }) => id).sort());
        expect(index.status).toEqual([...index.status].sort((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });

  it('junit.xml is never green while the verdict blocks', () => {
    const silent = input(decided({ word: 'NO-GO', checks: [], gates: [gate('overcharge', 'missed')] }), {});
    expect(written(junit, silent)).toContain('failures="1"');
  });

  it('a not-run check is an error of its own type in junit.xml and failed in ctrf.json', () => {
    const one = input(
      decided({
        word: 'INCOMPLETE',
        checks: [check({ name: 'lost', phase: 'uat', status: 'not-run' })],
        gates: [],
      }),
      {},
    );
    expect(written(junit, one)).toMatch(/<error type="notRun"/);
    expect(JSON.parse(written(ctrf, one)).results.tests[0]).toMatchObject({
      status: 'failed',
      rawStatus: 'not-run',
    });
  });
});
