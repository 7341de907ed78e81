import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { readCaseFile } from './case-file.ts';
import { judgeCase } from './judge-case.ts';
import { movedExpectations } from './moved-expectation.ts';
import { oracleAnswerer } from './oracle-answerer.ts';
import { type ReadCase, readPublished } from './read-case.ts';

/** Written from public documents and worked out by hand, after the readers: other numbers, forms and combinations. */
const file = join(import.meta.dirname, 'further-cases.fixture.json');
const cases = readCaseFile(readFileSync(file, 'utf8'), file).map(readPublished);

function judge(read: ReadCase) {
  return judgeCase(read, oracleAnswerer(referenceProfile));
}

test.for(cases)('$case.id $case.title: agreed, and wrong when any figure is moved', async (read) => {
  expect(await judge(read)).toMatchObject({ kind: 'agreed' });
  const kept: string[] = [];
  for (const { path, case: moved } of movedExpectations(read.case))
    if ((await judge(readPublished(moved))).kind !== 'wrong') kept.push(path);
  expect(kept).toEqual([]);
});

test.for(cases)('$case.id: one more step that nobody heeds keeps it from being agreed', async (read) => {
  for (const step of ['change plan', 'pause', 'void', 'rate without tax']) {
    const when = [...read.case.when, { do: step, at: null, more: {} }];
    expect((await judge(readPublished({ ...read.case, when }))).kind).not.toBe('agreed');
  }
});

test.for(cases)('$case.id: a statement that nobody understands keeps it from being agreed', async (read) => {
  const given = { ...read.case.given, somethingElse: '1.00' };
  expect((await judge(readPublished({ ...read.case, given }))).kind).not.toBe('agreed');
});
