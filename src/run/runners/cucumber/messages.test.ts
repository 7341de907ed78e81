import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkIdOf } from '../../../channel/check-id.ts';
import { type MessagesRequest, readCucumberMessages } from './messages.ts';

const request: MessagesRequest = {
  phase: 'uat',
  projectDir: '/project',
  packageDir: '/package',
  keep: async ({ name, mediaType, bytes }) => ({ sha256: 'a', bytes: bytes.byteLength, name, mediaType }),
};

function saved(name: string) {
  return readCucumberMessages(request, join(import.meta.dirname, '..', 'saved', 'cucumber', name));
}

function idOf(...titles: readonly string[]): string {
  const titlePath = ['Things', 'One is one', ...titles];
  return checkIdOf({ phase: 'uat', file: 'features/things.feature', titlePath });
}

const passed = [
  { id: idOf('Right'), status: 'passed' },
  { id: idOf('5 again', 'a 5'), status: 'passed' },
  { id: idOf('7 again', 'a 7'), status: 'passed' },
];

test('a run that passed', async () => {
  expect(await saved('pass.ndjson')).toMatchObject({
    kind: 'read',
    finished: true,
    checks: passed,
    runErrors: [],
  });
});

test('a wrong answer and a bug of the step are told apart', async () => {
  expect(await saved('fail.ndjson')).toMatchObject({
    finished: true,
    checks: [
      passed[0],
      { id: idOf('Wrong'), status: 'failed' },
      { id: idOf('Broken'), status: 'broken' },
      passed[1],
      passed[2],
    ],
    runErrors: [],
  });
});

test('a process that ended itself with success did not finish', async () => {
  const report = await saved('exit.ndjson');
  expect(report.kind === 'read' && report.finished).toBe(false);
  expect(report.kind === 'read' ? report.checks.map(({ id }) => id) : []).not.toContain(idOf('Gone'));
});

test('a run of nothing reports nothing', async () => {
  expect(await saved('empty.ndjson')).toMatchObject({ kind: 'read', finished: true, checks: [] });
});

test('a failing hook of the run is an error of the run, though every scenario passed', async () => {
  expect(await saved('after-all-throws.ndjson')).toMatchObject({
    finished: true,
    checks: passed,
    runErrors: [expect.stringContaining('the end went wrong')],
  });
});

test('no file is missing, and a file of something else is unreadable', async () => {
  expect((await saved('never.ndjson')).kind).toBe('missing');
  expect((await readCucumberMessages(request, import.meta.filename)).kind).toBe('unreadable');
});
