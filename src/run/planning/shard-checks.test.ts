import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlannedPhase } from '../../model/deciding/plan.ts';
import type { PlannedCheck } from '../../model/observing/check.ts';
import { type PhaseName, phaseNames } from '../../model/observing/phase.ts';
import { shardedChecks } from './shard-checks.ts';

const phases: readonly PlannedPhase[] = phaseNames.map((name) => ({
  name,
  steps: [
    { name: 'suites', tool: 'vitest' },
    { name: 'pytest', tool: 'command' },
  ],
  fault: null,
}));

const lacks: PlannedCheck['disposition'] = {
  kind: 'excluded',
  by: 'capability',
  reason: 'the target lacks it',
};

function check(phase: PhaseName, hash: string, over: Partial<PlannedCheck> = {}): PlannedCheck {
  return {
    id: `${phase}-${hash}`,
    phase,
    step: 'suites',
    file: 'x.suite',
    line: 1,
    titlePath: [hash],
    topic: 'rating',
    tags: [],
    needs: [],
    disposition: { kind: 'run' },
    ...over,
  };
}

const anyCheck = fc
  .record({
    phase: fc.constantFrom(...phaseNames),
    hash: fc.stringMatching(/^[0-9a-f]{10}$/),
    step: fc.constantFrom('suites', 'suites', 'suites', 'pytest'),
    disposition: fc.constantFrom<PlannedCheck['disposition']>({ kind: 'run' }, lacks),
  })
  .map(({ phase, hash, ...over }) => check(phase, hash, over));
const anyChecks = fc.uniqueArray(anyCheck, { selector: ({ id }) => id, maxLength: 80 });
const anyTotal = fc.integer({ min: 1, max: 64 });

/** Which shard runs each check, as the shards' own plans say. */
function owners(checks: readonly PlannedCheck[], total: number): ReadonlyMap<string, readonly number[]> {
  const plans = Array.from({ length: total }, (_, index) =>
    shardedChecks(checks, phases, { index: index + 1, total }),
  );
  return new Map(
    checks.map(({ id }, at) => [
      id,
      plans.flatMap((plan, index) => (plan[at]?.disposition.kind === 'run' ? [index + 1] : [])),
    ]),
  );
}

describe('the checks of a run, shared out over machines', () => {
  test('each in exactly one shard', () => {
    fc.assert(
      fc.property(anyChecks, anyTotal, (checks, total) => {
        const shards = owners(checks, total);
        const found = checks.map(({ id }) => shards.get(id)?.length);
        expect(found).toEqual(checks.map(({ disposition }) => (disposition.kind === 'run' ? 1 : 0)));
      }),
      { numRuns: 30 },
    );
  });

  test('a shard knows which other one runs what it leaves out', () => {
    fc.assert(
      fc.property(anyChecks, anyTotal, (checks, total) => {
        const found = owners(checks, total);
        const left = shardedChecks(checks, phases, { index: 1, total }).flatMap(({ id, disposition }) =>
          disposition.kind === 'excluded' && disposition !== lacks ? [{ id, by: [disposition.inShard] }] : [],
        );
        expect(left.map(({ by }) => by)).toEqual(left.map(({ id }) => found.get(id)));
      }),
      { numRuns: 30 },
    );
  });

  test('a command and a phase of steps that build on one another stay in one', () => {
    fc.assert(
      fc.property(anyChecks, anyTotal, (checks, total) => {
        const found = owners(checks, total);
        const whole = checks.filter(
          ({ phase, step, disposition }) =>
            disposition.kind === 'run' &&
            (step === 'pytest' || phase === 'performance' || phase === 'migration'),
        );
        const groups = Map.groupBy(whole, ({ phase, step }) =>
          phase === 'performance' || phase === 'migration' ? phase : `${phase}/${step}`,
        );
        for (const group of groups.values())
          expect(new Set(group.map(({ id }) => found.get(id)?.[0])).size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  test('the shards of a phase differ by one check at most', () => {
    fc.assert(
      fc.property(anyChecks, anyTotal, (checks, total) => {
        const found = owners(checks, total);
        const unit = checks.filter(({ phase, step }) => phase === 'unit' && step === 'suites');
        const counts = Array.from(
          { length: total },
          (_, index) => unit.filter(({ id }) => found.get(id)?.[0] === index + 1).length,
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test('one check more moves one check over each bound at most', () => {
    const unitChecks = fc.uniqueArray(
      fc.stringMatching(/^[0-9a-f]{10}$/).map((hash) => check('unit', hash)),
      { selector: ({ id }) => id, minLength: 1, maxLength: 80 },
    );
    fc.assert(
      fc.property(unitChecks, fc.integer({ min: 1, max: 8 }), ([added, ...before], total) => {
        const [then, now] = [before, [added, ...before] as PlannedCheck[]].map((all) => owners(all, total));
        const moved = before.filter(({ id }) => then?.get(id)?.[0] !== now?.get(id)?.[0]);
        expect(moved.length).toBeLessThan(total);
      }),
      { numRuns: 60 },
    );
  });

  test('performance and migration are spread', () => {
    const found = owners([check('performance', 'a'), check('migration', 'b')], 3);
    expect([...found.values()]).toEqual([[3], [2]]);
  });
});
