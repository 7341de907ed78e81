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

const twoPhases = [
  ['unit', 'suites'],
  ['integration', 'suites'],
] as const;

/** A run of one check in each of these steps. */
function runOf(
  run: (phase: string, step: string) => Promise<StepExit>,
  places: readonly (readonly [string, string])[] = twoPhases,
) {
  const records: JournalRecord[] = [];
  const closed: string[] = [];
  const prepared: string[] = [];
  const phases = [...new Set(places.map(([phase]) => phase))];
  const checks = places.map(
    ([phase, step]) => ({ id: `${phase}-${step}`, phase, step }) as unknown as PlannedCheck,
  );
  const context = {
    plan: { phases: phases.map((name) => ({ name })), checks },
    todo: { checks: new Set(checks.map(({ id }) => id)) },
    listed: {
      steps: places.map(([phase, step]) => ({
        phase,
        step: {
          name: step,
          runner: { tool: 'vitest', ...(step === 'load' && { measuresTime: true }) },
          reads: [],
        },
        session: {
          prepare: () => void prepared.push(step),
          run: () => run(phase, step),
          close: async () => void closed.push(phase),
        },
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
  return { context: context as unknown as ExecutionContext, records, closed, prepared };
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

test('the next tools get ready while a step is played, and none of them while a load is', async () => {
  const seen: (readonly [string, number])[] = [];
  const { context, prepared } = runOf(
    async (_phase, step) => {
      const before = prepared.length;
      await Promise.resolve();
      seen.push([step, before]);
      return clean;
    },
    [
      ['uat', 'features'],
      ['performance', 'seed'],
      ['performance', 'load'],
      ['performance', 'reconcile'],
      ['migration', 'extract'],
      ['migration', 'compare'],
    ],
  );
  await executePhases(context);
  expect(prepared).toEqual(['seed', 'load', 'load', 'reconcile', 'extract', 'compare', 'compare']);
  expect(seen).toEqual([
    ['features', 2],
    ['seed', 4],
    ['load', 4],
    ['reconcile', 6],
    ['extract', 7],
    ['compare', 7],
  ]);
});
