import { cp, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ForgedLine, rechain } from '../../journal/rechain.fixture.ts';
import { readPlan } from '../../journal/run-folder.ts';
import { removeStoredRuns, unsealedRun } from '../end-to-end/stored-run.fixture.ts';
import { findCutRun } from './cut-run.ts';

afterAll(removeStoredRuns);

test('a run goes on in the folder of its id, and nowhere else', async () => {
  const renamed = await unsealedRun();
  const reports = dirname(renamed);
  const id = (await readPlan(renamed))?.plan.runId ?? '';
  await expect(findCutRun(reports, 'run')).rejects.toMatchObject({
    code: 'USAGE',
    message: /its own folder/,
  });
  await cp(renamed, join(reports, id), { recursive: true });
  await expect(findCutRun(reports, renamed)).rejects.toMatchObject({ code: 'USAGE' });
  expect((await findCutRun(reports, id)).cut.plan.runId).toBe(id);
  expect((await findCutRun(reports, join(reports, id))).cut.plan.runId).toBe(id);
});

async function runInItsFolder(): Promise<{
  readonly reports: string;
  readonly id: string;
  readonly dir: string;
}> {
  const stored = await unsealedRun();
  const reports = dirname(stored);
  const id = (await readPlan(stored))?.plan.runId ?? '';
  const dir = join(reports, id);
  await rename(stored, dir);
  return { reports, id, dir };
}

function lastOf(lines: readonly ForgedLine[], kind: string): object {
  const found = lines.findLast(({ record }) => (record as { readonly kind: string }).kind === kind);
  return found?.record as object;
}

test('a run that came to its end is whole', async () => {
  const { reports, id } = await runInItsFolder();
  expect((await findCutRun(reports, id)).isWhole).toBe(true);
});

test.each<readonly [string, string, object]>([
  ['a write of unknown outcome', 'outcome', { outcome: 'unknown' }],
  ['a target that could not be asked what is left', 'cleanup', { wasAsked: false }],
])('a completed run with %s goes on: the target is asked again', async (_what, kind, change) => {
  const { reports, id, dir } = await runInItsFolder();
  await rechain(dir, (lines) => Object.assign(lastOf(lines, kind), change));
  const { isWhole, cut } = await findCutRun(reports, id);
  expect([isWhole, cut.open.size]).toEqual([false, 0]);
});

test('a run that was cut after the last result of a step, before its tool ended, runs that step again', async () => {
  const { reports, id, dir } = await runInItsFolder();
  const stepsOf = (lines: readonly ForgedLine[]) =>
    lines.flatMap(({ record }, at) => ((record as { kind: string }).kind === 'step-finished' ? [at] : []));
  await rechain(dir, (lines) => lines.splice(stepsOf(lines).at(-1) ?? 0));
  const { isWhole, cut } = await findCutRun(reports, id);
  const integration = cut.plan.checks.filter(
    ({ phase, disposition }) => phase === 'integration' && disposition.kind === 'run',
  );
  expect(isWhole).toBe(false);
  expect(integration.length).toBeGreaterThan(0);
  expect([...cut.open]).toEqual(integration.map((check) => check.id));
});
