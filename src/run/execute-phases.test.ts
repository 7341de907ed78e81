import { expect, test } from 'vitest';
import type { PlannedCheck } from '../model/observing/check.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { type ExecutionContext, executePhases } from './execute-phases.ts';
import { openHalt } from './halt.ts';
import type { StepExit } from './runner.ts';

const clean: StepExit = {
  exitCode: 0,
  signal: null,
  timedOut: false,
  report: { kind: 'missing', path: 'report.json' },
  output: '',
  orphans: [],
};

/** A run of one check in each of two phases. */
function runOf(run: (phase: string) => Promise<StepExit>) {
  const records: JournalRecord[] = [];
  const closed: string[] = [];
  const phases = ['unit', 'integration'] as const;
  const checks = phases.map(
    (phase) => ({ id: `${phase}-1`, phase, step: 'suites' }) as unknown as PlannedCheck,
  );
  const context = {
    plan: { phases: phases.map((name) => ({ name })), checks },
    todo: { checks: new Set(checks.map(({ id }) => id)) },
    listed: {
      steps: phases.map((phase) => ({
        phase,
        step: { name: 'suites', runner: { tool: 'vitest' }, reads: [] },
        session: { run: () => run(phase), close: async () => void closed.push(phase) },
        toolVersion: '1',
      })),
    },
    workplace: {
      channel: { hearOut: async () => undefined },
      record: async (record: JournalRecord) => void records.push(record),
      onRecord: () => () => undefined,
    },
    agent: {},
    prober: { during: (_phase: string, work: () => Promise<void>) => work(), ask: async () => undefined },
    writes: { settle: async () => undefined },
    halt: openHalt(),
  };
  return { context: context as unknown as ExecutionContext, records, closed };
}

test('a tool that fails is no result of its step, and the next phase is played all the same', async () => {
  const { context, records, closed } = runOf(async (phase) => {
    if (phase === 'unit') throw new TypeError('the load file holds no number');
    return clean;
  });
  await executePhases(context);
  expect(records.map(({ kind }) => kind)).toEqual([
    ...['phase-started', 'step-started', 'step-not-run', 'phase-finished'],
    ...['phase-started', 'step-started', 'step-finished', 'phase-finished'],
  ]);
  expect(records[2]).toMatchObject({ phase: 'unit', reason: expect.stringContaining('holds no number') });
  expect(closed).toEqual(['unit']);
});
