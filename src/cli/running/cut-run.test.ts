import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
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
