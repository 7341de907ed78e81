import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { PlannedCheck } from '../model/observing/check.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { placesOf, withFound } from './found-checks.ts';
import { cleanRecords, plannedCheck, smallChecks, smallPlan } from './small-run.fixture.ts';

const own = { phase: 'unit', step: 'acme', file: 'suites/acme' } as const;

function planOf(count: number): RunPlan {
  const places = Array.from({ length: count }, (_, index) => plannedCheck(`place-${index}`, own));
  return smallPlan({
    phases: [
      {
        name: 'unit',
        steps: [
          { name: 'suites', tool: 'vitest' },
          { name: 'acme', tool: 'command', expectedCount: count },
        ],
        fault: null,
      },
      { name: 'performance', steps: [{ name: 'load', tool: 'k6' }], fault: null },
    ],
    checks: [...smallChecks.slice(0, 2), ...places, ...smallChecks.slice(2)],
  });
}

function found(id: string, over: Partial<PlannedCheck> = {}): JournalRecord {
  const { disposition: _, ...check } = plannedCheck(id, { ...own, ...over });
  return { kind: 'check-found', check };
}

const idsOf = (plan: RunPlan) => plan.checks.map(({ id }) => id);

describe('checks of a suite that was planned by number', () => {
  test('a run without any leaves the plan as it is', () => {
    const plan = planOf(2);
    expect(withFound(plan, cleanRecords)).toEqual({ plan, faults: [] });
    expect(withFound(plan, cleanRecords).plan).toBe(plan);
  });

  test('what was found takes the places in order, and an empty place stays', () => {
    const { plan, faults } = withFound(planOf(3), [found('unit-a'), found('unit-b')]);
    expect(idsOf(plan)).toEqual(['unit-1', 'unit-2', 'unit-a', 'unit-b', 'place-2', 'performance-1']);
    expect(faults).toEqual([]);
  });

  test('more than were announced are kept, and are a fault of their step', () => {
    const { plan, faults } = withFound(planOf(1), [found('unit-a'), found('unit-b')]);
    expect(idsOf(plan)).toEqual(['unit-1', 'unit-2', 'unit-a', 'performance-1', 'unit-b']);
    expect(faults).toEqual([
      { phase: 'unit', step: 'acme', message: 'found 2 results, expected 1 as tollgate.yaml says.' },
    ]);
  });

  test('a step that is not counted finds nothing', () => {
    const { plan, faults } = withFound(planOf(1), [found('unit-a', { step: 'suites' })]);
    expect(idsOf(plan)).toEqual(idsOf(planOf(1)));
    expect(faults).toMatchObject([
      { phase: 'unit', step: 'suites', message: expect.stringMatching(/unit-a.*not planned/) },
    ]);
  });

  test.each([
    ['a planned check', [found('unit-1')]],
    ['a check found elsewhere', [found('unit-a'), found('unit-a', { step: 'suites' })]],
  ])('%s cannot be found a second time', (_, records) => {
    expect(withFound(planOf(2), records).faults).toMatchObject([
      { message: expect.stringMatching(/already a check of unit\//) },
    ]);
  });

  test('to run one again is to run its whole suite again, by the places that the plan knows', () => {
    const records = [found('unit-a'), found('unit-b')];
    const again = (...ids: readonly string[]) => [...placesOf(planOf(2), records, new Set(ids))];
    expect(again('unit-b')).toEqual(['place-0', 'place-1']);
    expect(again('unit-1')).toEqual(['unit-1']);
    expect(again('unit-1', 'unit-a', 'nobody')).toEqual(['unit-1', 'place-0', 'place-1']);
    expect(again()).toEqual([]);
  });

  test('whatever is found, no id is doubled, no planned check is lost but places, and too many always shows', () => {
    const ids = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), ids, (count, numbers) => {
        const before = planOf(count);
        const records = numbers.map((number) => found(`unit-f${number}`));
        const { plan, faults } = withFound(before, records);
        const after = idsOf(plan);
        const distinct = new Set(numbers).size;
        expect(new Set(after).size).toBe(after.length);
        expect(after).toEqual(expect.arrayContaining(smallChecks.map(({ id }) => id)));
        expect(after.filter((id) => id.startsWith('place-'))).toHaveLength(Math.max(0, count - distinct));
        expect(after).toHaveLength(smallChecks.length + Math.max(count, distinct));
        expect(faults.length > 0).toBe(distinct > count);
        expect(withFound(before, [...records, ...records])).toEqual({ plan, faults });
      }),
    );
  });
});
