import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageDirectory } from '../../project/project.ts';
import { givenDefect } from './known-defects.ts';

const project = { dir: packageDirectory(), packageDir: packageDirectory() };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incidents-'));
  const incident = {
    name: 'incident-2031',
    row: 'SUB',
    family: 'SUB',
    stage: 'subscription',
    effect: 'under-billed',
    severity: 'major',
    title: 'A day too many',
  };
  await writeFile(
    join(folder, 'incident.mjs'),
    `import { standardRules } from 'tollgate/rules';
     export const incident = { ...${JSON.stringify(incident)}, rules: { prorationShare: standardRules.prorationShare } };`,
  );
});

afterAll(() => rm(folder, { recursive: true }));

test('a defect of a folder is played from there, the folder named from where the user stands', async () => {
  const options = { defect: 'incident-2031', defects: basename(folder) };
  expect(await givenDefect(options, project, dirname(folder))).toEqual({ name: 'incident-2031', folder });
});

test('a folder alone says which of its defects could be meant', async () => {
  const asked = givenDefect({ defects: folder }, project, '/');
  await expect(asked).rejects.toMatchObject({ code: 'USAGE', hint: /--defect incident-2031/ });
});

test('nothing asked is nothing given, and nothing is started', async () => {
  expect(await givenDefect({}, project, '/')).toBeNull();
});
