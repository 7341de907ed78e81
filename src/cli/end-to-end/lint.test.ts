import { afterAll, expect, test } from 'vitest';
import { newProject, removeProjects, tollgate } from './test-run.fixture.ts';

afterAll(removeProjects);

test('lint finds nothing in a project that is right', async () => {
  const { exitCode, stdout } = await tollgate(await newProject(), ['lint']);
  expect(stdout).toMatch(/^1 files, 0 errors$/m);
  expect(exitCode).toBe(0);
});

test('lint names file, line and field of each mistake', async () => {
  const text =
    'release: { name: Own, candidate: RC1, environment: rehearsal }\npolicy: no-such-policy\ntargets: {}\n';
  const project = await newProject(undefined, { 'other.yaml': text });
  const { exitCode, stdout } = await tollgate(project, ['lint', 'other.yaml']);
  expect(stdout).toMatch(/^other\.yaml:\d+: \w+/m);
  expect(stdout).toMatch(/^1 files, [1-9]\d* errors$/m);
  expect(exitCode).toBe(1);
});

test('lint says of a feature where features are checked, and not what is wrong with it as YAML', async () => {
  const project = await newProject(undefined, { 'features/own.feature': 'Feature: Own\n' });
  const { exitCode, stdout } = await tollgate(project, ['lint', 'features/own.feature']);
  expect(stdout).toBe(
    'features/own.feature:1: found a file that is no YAML, expected tollgate.yaml or a policy; features are checked when a run lists them: npx tollgate run --phase uat\n1 files, 1 errors\n',
  );
  expect(exitCode).toBe(1);
});
