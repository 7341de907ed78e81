import { expect, test } from 'vitest';
import { choiceOf, mistakeIn } from './choice.ts';
import { defaultVersion, needsRemovedJavaParts, triedVersions, versionRefusal } from './versions.ts';

test('nothing is known against the versions that were tried, the default among them', () => {
  expect(triedVersions).toContain(defaultVersion);
  expect(triedVersions.map(versionRefusal)).toEqual(triedVersions.map(() => null));
});

test.each([
  ['0.22.7', /payment services/],
  ['0.22.14', /does not start/],
  ['0.21.3', /no war/],
  ['0.22.24', /no war/],
  ['0.24.16', /no war/],
  ['latest', /written as/],
  ['0.22', /written as/],
  ['1.22.26', /written as/],
  ['0.22.26; rm -rf /', /written as/],
])('%s is refused with the reason', (version, reason) => {
  expect(versionRefusal(version)).toMatch(reason);
  expect(mistakeIn({ version, database: null })).toMatchObject({ field: 'version' });
});

test('only the newest server does without the parts that Java no longer brings', () => {
  expect(triedVersions.filter((version) => !needsRemovedJavaParts(version))).toEqual([defaultVersion]);
});

test('a version and a database are chosen, or stand for the newest on PostgreSQL', () => {
  expect(choiceOf({ version: null, database: null })).toEqual({ version: '0.22.26', database: 'postgres' });
  expect(choiceOf({ version: '0.20.9', database: 'memory' })).toEqual({
    version: '0.20.9',
    database: 'memory',
  });
  expect(mistakeIn({ version: '0.20.9', database: 'memory' })).toBeNull();
  expect(mistakeIn({ version: null, database: 'mysql' })).toEqual({
    field: 'database',
    message: 'found "mysql", expected postgres or memory',
  });
});
