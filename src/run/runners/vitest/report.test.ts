import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkIdOf } from '../../../channel/check-id.ts';
import type { ReportedCheck, ToolReport } from '../../../model/observing/record.ts';
import { type ReportedRound, readVitestReport } from './report.ts';

/** Reports that vitest 5.1.1 wrote, each of one small suite under /project. */
const saved = (name: string) => fileURLToPath(new URL(`../saved/vitest/${name}.json`, import.meta.url));

function read(reportFile: string, runErrors: readonly string[] = []): Promise<ToolReport> {
  return readRounds([{ reportFile, runErrors, lostWorker: false }]);
}

function readRounds(rounds: readonly ReportedRound[]): Promise<ToolReport> {
  return readVitestReport({
    request: {
      phase: 'unit',
      projectDir: '/elsewhere',
      packageDir: '/project',
      keep: async ({ name, mediaType, bytes }) => ({ sha256: 'x', bytes: bytes.byteLength, name, mediaType }),
    },
    reportFile: saved('passed'),
    rounds,
  });
}

async function readText(text: string): Promise<ToolReport> {
  const dir = await mkdtemp(join(tmpdir(), 'own-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeFile(join(dir, 'vitest.json'), text);
  return read(join(dir, 'vitest.json'));
}

function result(file: string, title: string, status: ReportedCheck['status']): ReportedCheck {
  return { id: checkIdOf({ phase: 'unit', file: `${file}.suite`, titlePath: ['Sums', title] }), status };
}

interface Saved {
  readonly checks: readonly ReportedCheck[];
  readonly runErrors: readonly string[];
}

const reports: Readonly<Record<string, Saved>> = {
  passed: {
    checks: [result('pass', 'one and one', 'passed'), result('pass', 'two and two', 'passed')],
    runErrors: [],
  },
  failed: {
    checks: [result('fail', 'one and one', 'passed'), result('fail', 'two and two', 'failed')],
    runErrors: [],
  },
  'worker-killed': { checks: [], runErrors: [] },
  'unhandled-rejection': { checks: [result('rejection', 'one and one', 'passed')], runErrors: [] },
  'no-test': { checks: [], runErrors: ['empty.suite: No test found in suite empty.suite.ts'] },
  'throws-on-import': { checks: [], runErrors: ['import.suite: this file does not load'] },
};

describe("vitest's own report", () => {
  test.each(Object.entries(reports))('%s: results only of what has one', async (name, expected) => {
    const report = await read(saved(name));
    expect(report).toMatchObject({ kind: 'read', finished: true, ...expected });
  });

  test('is kept as evidence, byte for byte', async () => {
    const report = await read(saved('failed'));
    expect(report).toMatchObject({ evidence: { name: 'vitest.json', mediaType: 'application/json' } });
  });

  test('does not know of an error that only the session heard, so both are told', async () => {
    const report = await read(saved('unhandled-rejection'), ['nobody waited for this']);
    expect(report).toMatchObject({ runErrors: ['nobody waited for this'] });
  });

  test('of several rounds is one, and not finished: of the file of a dead worker it tells nothing', async () => {
    const first = { reportFile: saved('worker-killed'), runErrors: ['a worker died'], lostWorker: true };
    const second = { reportFile: saved('passed'), runErrors: [], lostWorker: false };
    expect(await readRounds([first, second])).toMatchObject({
      kind: 'read',
      finished: false,
      runErrors: ['a worker died'],
      checks: reports['passed']?.checks,
    });
    expect(await readRounds([first, { ...second, reportFile: saved('nowhere') }])).toMatchObject({
      kind: 'missing',
    });
  });

  test('left by a session that ended before it answered is not finished', async () => {
    expect(await readRounds([])).toMatchObject({ kind: 'read', finished: false });
  });

  test('that is not there is missing', async () => {
    expect(await read(saved('nowhere'))).toEqual({ kind: 'missing', path: 'vitest.json' });
  });

  test.each([
    ['nothing', ''],
    ['half a report', '{"success":true,"testResults":[{"name":"/project/a.suite.ts"'],
    ['something else', '{"passed":true}'],
    [
      'a test without a status',
      '{"success":true,"testResults":[{"name":"a","status":"passed","assertionResults":[{}]}]}',
    ],
  ])('that holds %s is unreadable', async (_what, text) => {
    expect(await readText(text)).toMatchObject({ kind: 'unreadable', path: 'vitest.json' });
  });
});
