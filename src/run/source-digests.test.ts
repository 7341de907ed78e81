import { expect, test } from 'vitest';
import { packageDirectory } from '../project/project.ts';
import { type SourceRequest, sourceDigests } from './source-digests.ts';

const packageDir = packageDirectory();

function digestsFor(driver: string): Readonly<Record<string, string>> {
  const target = { driver, options: {}, requires: [], access: 'test', accepts: ['read'], effort: null };
  const request = {
    places: { projectDir: packageDir, packageDir, codeDir: packageDir, codeEnding: '.ts' },
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
