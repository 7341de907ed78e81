import { expect, test } from 'vitest';
import { instantFromMs } from '../model/date.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { todoOf } from './cut-run.ts';
import { phases } from './phases/index.ts';

/** One check for each step of each phase, named after it. */
const checks = phases.flatMap((phase) =>
  phase.steps.map(({ name }) => ({
    id: `${phase.name}/${name}`,
    phase: phase.name,
    step: name,
    disposition: { kind: 'run' },
  })),
);
const plan = {
  phases: phases.map(({ name, steps }) => ({
    name,
    steps: steps.map((step) => ({ name: step.name, tool: step.runner.tool })),
    fault: null,
  })),
  checks,
} as unknown as RunPlan;

function began(id: string): JournalRecord {
  const [phase = '', step = ''] = id.split('/');
  return { kind: 'step-started', phase: phase as PhaseName, step, tool: 'x', toolVersion: '1' };
}

/** What is done again when these steps were finished and these had begun. */
function todo(finished: readonly string[], begun: readonly string[], hasHandOver = true) {
  const lines = begun.map((id, seq) => ({
    seq,
    at: instantFromMs(0),
    prev: '',
    bytes: 0,
    record: began(id),
    hash: '',
  }));
  const open = new Set(checks.map(({ id }) => id).filter((id) => !finished.includes(id)));
  const { checks: again, anew } = todoOf({
    plan,
    planDigest: '',
    lines,
    open,
    hasHandOver,
    part: 2,
    reaped: [],
  });
  return { again: [...again], anew: [...anew] };
}

const functional = ['unit/suites', 'integration/suites', 'uat/features'];
const load = ['seed', 'load', 'reconcile', 'bill-day-seed', 'bill-day', 'bill-day-reconcile'].map(
  (step) => `performance/${step}`,
);
const migration = ['migration/extract', 'migration/compare'];

test('a run cut in a functional phase does the rest', () => {
  expect(todo(['unit/suites'], ['unit/suites', 'integration/suites'])).toEqual({
    again: ['integration/suites', 'uat/features', ...load, ...migration],
    anew: [],
  });
});

test.each([
  ['after the seed', ['performance/seed']],
  ['in the load', ['performance/seed', 'performance/load']],
  ['in the reconciliation', load.slice(0, 3)],
  ['on the day of many bills', load.slice(0, 5)],
])('a load that was cut %s begins anew with its seed', (_where, begun) => {
  const { again, anew } = todo([...functional, ...begun.slice(0, 1)], [...functional, ...begun]);
  expect({ again, anew }).toEqual({ again: [...load, ...migration], anew: ['performance'] });
});

test('a comparison that was cut goes on with the extract that is there, and begins anew without it', () => {
  const finished = [...functional, ...load, 'migration/extract'];
  expect(todo(finished, migration)).toEqual({ again: ['migration/compare'], anew: [] });
  expect(todo(finished, migration, false)).toEqual({ again: migration, anew: ['migration'] });
});
