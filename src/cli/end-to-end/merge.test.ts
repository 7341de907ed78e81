import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { plannedCheck } from '../../decide/small-run.fixture.ts';
import { journalStart, writeLine } from '../../journal/line.ts';
import { readJournal } from '../../journal/read.ts';
import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import type { RunPlan } from '../../model/deciding/plan.ts';
import { phaseNames } from '../../model/observing/phase.ts';
import type { JournalLine, JournalRecord } from '../../model/observing/record.ts';
import { mergedPlan } from '../../run/planning/merged-plan.ts';
import { decideRun } from '../reporting/decided.ts';
import {
  judgedWhole,
  mergeFolders,
  newReportsDir,
  type Outcome,
  removeReportsDirs,
  shardPlan,
  someChecks,
  type WrittenRun,
  wholePlan,
  writeRun,
} from './sharded-run.fixture.ts';

afterAll(removeReportsDirs);

/** What a reader is told, without the times of the machines. */
function told({ verdict, leftovers, unknownOutcomes }: DecidedRun) {
  const phases = verdict.phases.map(({ durationMs: _, ...phase }) => phase);
  const { gates, money, exitCode, scope } = verdict;
  const { narrowed, result } = scope;
  const word = verdict.verdict;
  return { word, phases, gates, money, exitCode, narrowed, result, leftovers, unknownOutcomes };
}

/** By check, because each machine tells its own first. */
function byCheck(decided: ReturnType<typeof told>): ReturnType<typeof told> {
  return {
    ...decided,
    leftovers: [...decided.leftovers].sort(),
    unknownOutcomes: decided.unknownOutcomes.toSorted((a, b) => (a.checkId < b.checkId ? -1 : 1)),
  };
}

const outcome = fc.constantFrom<Outcome>('passed', 'passed', 'passed', 'failed', 'overcharged');
const oddOutcome = fc.constantFrom<Outcome>('passed', 'passed', 'passed', 'passed', 'unsettled', 'left-over');
const anyCheck = fc.record({
  phase: fc.constantFrom(...phaseNames),
  hash: fc.stringMatching(/^[0-9a-f]{6}$/),
  step: fc.constantFrom('suites', 'suites', 'own'),
  disposition: fc.constantFrom(
    { kind: 'run' } as const,
    { kind: 'run' } as const,
    { kind: 'excluded', by: 'capability', reason: 'the target lacks it' } as const,
  ),
  outcome: fc.oneof(outcome, oddOutcome),
});

describe('shards, merged', () => {
  test('are one run: the same verdict, phases, gates and money as undivided', async () => {
    const runs = fc.uniqueArray(anyCheck, { selector: ({ hash }) => hash, minLength: 1, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(runs, fc.integer({ min: 1, max: 4 }), fc.boolean(), async (some, total, isGreen) => {
        const whole = wholePlan(
          some.map(({ phase, hash, step, disposition }) =>
            plannedCheck(`${phase}-${hash}`, { phase, step, disposition }),
          ),
        );
        const outcomes = new Map<string, Outcome>(
          some.map((one) => [`${one.phase}-${one.hash}`, isGreen ? 'passed' : one.outcome]),
        );
        const reportsDir = await newReportsDir();
        const dirs = [];
        for (let index = total; index >= 1; index -= 1)
          dirs.push(await writeRun(reportsDir, shardPlan(whole, index, total), { outcomes }));
        const merged = await mergeFolders(reportsDir, dirs);
        expect(byCheck(told(merged.run))).toEqual(byCheck(told(judgedWhole(whole, outcomes))));
      }),
      { numRuns: 12 },
    );
  });

  test('a healthy run in three is GO, and says where it comes from', async () => {
    const { merged, dirs, reportsDir } = await divided();
    expect(merged.run.verdict).toMatchObject({ verdict: 'GO', exitCode: 0, scope: { shard: null } });
    expect(merged.run.verdict.conditions).toContain('Merged from 3 shards: run-1, run-2, run-3.');
    expect(merged.run.verdict.startedAt).toBe('2026-11-22T10:01:00.000Z');
    expect(merged.run.verdict.finishedAt > '2026-11-22T10:03:00.000Z').toBe(true);
    const copies = join(reportsDir, 'merged', 'shards');
    expect(await readdir(copies)).toEqual(['run-1', 'run-2', 'run-3']);
    for (const [index, dir] of dirs.entries())
      for (const name of ['plan.json', 'journal.ndjson'])
        expect(await readFile(join(copies, `run-${index + 1}`, name))).toEqual(
          await readFile(join(dir, name)),
        );
  });

  test('a shard alone gives no verdict, also when nothing fell to it', async () => {
    const reportsDir = await newReportsDir();
    const whole = wholePlan([plannedCheck('unit-1')]);
    const shards = [1, 2].map((index) => shardPlan(whole, index, 2));
    const decided = await Promise.all(
      shards.map(async (plan) => decideRun(await writeRun(reportsDir, plan))),
    );
    for (const { run } of decided) {
      expect([run.verdict.verdict, run.verdict.scope.result, run.verdict.exitCode]).toEqual([
        'INCOMPLETE',
        'clean',
        0,
      ]);
    }
    expect(decided.map(({ run }) => run.verdict.phases[0]?.state)).toEqual(['complete', 'not-in-scope']);
  });

  test('a phase that could not be listed is not proven in any shard', async () => {
    const whole = wholePlan([plannedCheck('unit-1')]);
    const fault = { message: 'k6 is not there.', hint: '' };
    const phases = whole.phases.map((phase) => (phase.name === 'performance' ? { ...phase, fault } : phase));
    const reportsDir = await newReportsDir();
    const { run } = await decideRun(await writeRun(reportsDir, shardPlan({ ...whole, phases }, 1, 2)));
    expect([run.verdict.scope.result, run.verdict.exitCode]).toEqual(['not proven', 2]);
  });

  test('nothing in any shard is not proven', async () => {
    const reportsDir = await newReportsDir();
    const { run } = await decideRun(await writeRun(reportsDir, shardPlan(wholePlan([]), 1, 2)));
    expect([run.verdict.scope.result, run.verdict.exitCode]).toEqual(['not proven', 2]);
  });

  test('a shard that was cut makes the run INCOMPLETE, by name', async () => {
    const { merged } = await divided({ change: (records) => records.slice(0, -1) });
    expect(merged.run.verdict.verdict).toBe('INCOMPLETE');
    expect(reasons(merged.run)).toMatch(/shard 2 of 3: The run did not come to its end/);
  });

  test('a result that belongs to another shard proves nothing', async () => {
    const { merged } = await divided({
      change: (records) =>
        records.flatMap((record): readonly JournalRecord[] =>
          record.kind === 'check-finished' ? [record, { ...record, checkId: 'unit-0' }] : [record],
        ),
    });
    expect(merged.run.verdict.verdict).toBe('INCOMPLETE');
    expect(reasons(merged.run)).toMatch(/shard 2 of 3: found a result of unit-0/);
  });
});

function reasons(run: DecidedRun): string {
  return run.verdict.reasons.map(({ text }) => text).join('\n');
}

/** Three shards of a healthy run; the second as it is given. */
async function divided(second: WrittenRun = {}) {
  const reportsDir = await newReportsDir();
  const whole = wholePlan(someChecks(6));
  const dirs = [
    await writeRun(reportsDir, shardPlan(whole, 1, 3)),
    await writeRun(reportsDir, shardPlan(whole, 2, 3), second),
    await writeRun(reportsDir, shardPlan(whole, 3, 3)),
  ];
  return { reportsDir, dirs, merged: await mergeFolders(reportsDir, dirs) };
}

describe('merging refuses, and writes nothing,', () => {
  const whole = wholePlan(someChecks(6));
  const [one, two, three] = [1, 2, 3].map((index) => shardPlan(whole, index, 3)) as [
    RunPlan,
    RunPlan,
    RunPlan,
  ];
  const elsewhere = (plan: RunPlan, url: string) => ({ ...plan, target: { ...plan.target, url } });

  test.each<readonly [string, readonly RunPlan[], RegExp]>([
    ['a missing shard', [one, three], /Found 2 of 3 shards .*missing: 2/],
    ['a doubled shard', [one, two, { ...two, runId: 'run-9' }, three], /more than once: 2\/3 is run-2, 2\/3/],
    ['a run that is no shard', [whole], /is not a shard/],
    ['shards of two divisions', [one, two, shardPlan(whole, 4, 4)], /shards of 3 and of 4/],
    ['another seed', [one, two, { ...three, seed: 2 }], /run-3 is not a shard .*another seed/],
    ['another suite', [one, two, { ...three, digests: { suites: 'x' } }], /another digests\.suites/],
    ['another version', [one, { ...two, tollgateVersion: '9' }, three], /another tollgateVersion/],
    ['another scope', [one, two, { ...three, scope: { ...three.scope, tags: '@a' } }], /another scope\.tags/],
    [
      'another policy',
      [one, two, { ...three, policy: { ...three.policy, digest: 'sha256:1' } }],
      /another policy\.digest/,
    ],
    [
      'another system elsewhere',
      [
        elsewhere(one, 'https://a.test'),
        elsewhere(two, 'https://b.test'),
        elsewhere(three, 'https://a.test'),
      ],
      /another target\.url/,
    ],
    [
      'a check that two shards ran',
      [one, { ...two, checks: one.checks }, three],
      /Found check unit-\d in the shards .*expected each check in exactly one/,
    ],
    ['another check', [one, two, { ...three, checks: three.checks.slice(1) }], /another checks/],
  ])('%s', async (_, plans, message) => {
    const reportsDir = await newReportsDir();
    const dirs = [];
    for (const plan of plans) dirs.push(await writeRun(reportsDir, plan));
    const before = await readdir(reportsDir);
    await expect(mergeFolders(reportsDir, dirs)).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringMatching(message),
    });
    expect(await readdir(reportsDir)).toEqual(before);
  });

  test('a run id that leads out of the folder', async () => {
    const reportsDir = await newReportsDir();
    const dir = await writeRun(reportsDir, { ...shardPlan(whole, 1, 1), runId: 'x/../out' });
    await expect(mergeFolders(reportsDir, [dir])).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
    expect(await readdir(reportsDir)).toEqual(['out']);
  });
});

test('two shards of one run id are refused: each would be taken for both', () => {
  const whole = wholePlan(someChecks(6));
  const given = [1, 2].map((index) => ({
    plan: { ...shardPlan(whole, index, 2), runId: 'run-1' },
    planDigest: '',
    journalHead: '',
  }));
  expect(() => mergedPlan(given, { runId: 'merged', command: '' })).toThrow(
    /one run id for several shards: 1\/2 is run-1, 2\/2 is run-1/,
  );
});

describe('a merged run whose shards were altered is refused', () => {
  test.each([
    ['plan.json', ['"seed": 1', '"seed": 7'], /shards\/run-2\/plan\.json is not the plan/],
    ['journal.ndjson', ['"passed"', '"failed"'], /shards\/run-2\/journal\.ndjson, record \d+/],
  ] as const)('%s', async (file, [from, to], message) => {
    const { reportsDir } = await divided();
    const path = join(reportsDir, 'merged', 'shards', 'run-2', file);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
    await expect(decideRun(join(reportsDir, 'merged'))).rejects.toMatchObject({
      code: 'EVIDENCE_ALTERED',
      message: expect.stringMatching(message),
    });
  });

  test("another shard's journal in its place", async () => {
    const { reportsDir, dirs } = await divided();
    await writeFile(
      join(reportsDir, 'merged', 'shards', 'run-2', 'journal.ndjson'),
      await readFile(join(dirs[0] ?? '', 'journal.ndjson')),
    );
    await expect(decideRun(join(reportsDir, 'merged'))).rejects.toMatchObject({
      code: 'EVIDENCE_ALTERED',
      message: expect.stringMatching(/is not the journal that was merged/),
    });
  });

  test.each<readonly [string, (lines: readonly JournalLine[]) => readonly JournalLine[]]>([
    ['without one of their records', (lines) => lines.toSpliced(5, 1)],
    ['without a shard', (lines) => lines.slice(0, lines.findLastIndex(isBeginning))],
  ])('its own journal, chained anew %s', async (_, change) => {
    const { reportsDir } = await divided();
    const path = join(reportsDir, 'merged', 'journal.ndjson');
    let prev = journalStart;
    const rows = change((await readJournal(path)).lines).map(({ at, record }, seq) => {
      const { text, hash } = writeLine({ seq, at, prev, record });
      prev = hash;
      return `${text}\n`;
    });
    await writeFile(path, rows.join(''));
    await expect(decideRun(join(reportsDir, 'merged'))).rejects.toMatchObject({
      code: 'EVIDENCE_ALTERED',
      message: expect.stringMatching(/journal\.ndjson does not hold/),
    });
  });
});

function isBeginning({ record }: JournalLine): boolean {
  return record.kind === 'shard-begins';
}
