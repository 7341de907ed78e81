import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageDirectory } from '../../project/project.ts';
import { type SourceRequest, sourceDigests } from './source-digests.ts';

const packageDir = packageDirectory();

function digestsFor(driver: string, projectDir: string = packageDir): Readonly<Record<string, string>> {
  const target = { driver, options: {}, requires: [], access: 'test', accepts: ['read'], effort: null };
  const request = {
    places: { projectDir, packageDir, codeDir: packageDir, codeEnding: '.ts' },
    load: { seconds: 1, ratesPerSecond: {}, limitsMs: {}, profileFile: null },
    ownSuites: [],
    target,
  };
  return sourceDigests(request as unknown as SourceRequest);
}

test('two targets are judged by the same suites, steps, features, load profiles and data, byte for byte', () => {
  const { settings: one, ...shared } = digestsFor('sandbox');
  const { settings: other, ...sharedByOther } = digestsFor('killbill');
  expect(shared).toEqual(sharedByOther);
  expect(Object.keys(shared)).toEqual(
    expect.arrayContaining(['suites', 'steps', 'features', 'perf', 'data']),
  );
  expect(one).not.toBe(other);
});

test('a driver is another one when what it imports is another', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'digests-'));
  await writeFile(join(dir, 'driver.ts'), "export { driver } from './session.ts';\n");
  await writeFile(join(dir, 'session.ts'), 'export const driver = 1;\n');
  const before = digestsFor('./driver.ts', dir)['settings'];
  expect(digestsFor('./driver.ts', dir)['settings']).toBe(before);
  await writeFile(join(dir, 'session.ts'), 'export const driver = 2;\n');
  expect(digestsFor('./driver.ts', dir)['settings']).not.toBe(before);
  await rm(dir, { recursive: true });
});
