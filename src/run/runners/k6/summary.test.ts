import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measurementsOf } from './measurements.ts';
import { loadOutcomes, outcomeFaults } from './outcomes.ts';
import { thresholdResults } from './results.ts';
import { isFinished, type LoadSummary, readSummary } from './summary.ts';
import { thresholdTitle } from './threshold.ts';

/** Written by k6 2.2.0 itself: perf/rehearsal.ts against a small server. */
function saved(name: string): string {
  return readFileSync(new URL(`../saved/k6/${name}`, import.meta.url), 'utf8');
}

function summaryOf(name: string): LoadSummary {
  const reading = readSummary(saved(name), 'r-saved');
  if (reading.kind !== 'read') throw new Error(reading.reason);
  return reading.summary;
}

function judgements(name: string): string[] {
  return thresholdResults(summaryOf(name))
    .map((result) => `${thresholdTitle(result).join(': ')}: ${result.judgement}`)
    .sort();
}

describe('a load that went well', () => {
  test('keeps all nine thresholds and is finished', () => {
    expect(judgements('pass.json')).toHaveLength(9);
    expect(judgements('pass.json').every((line) => line.endsWith(': kept'))).toBe(true);
    expect(isFinished(summaryOf('pass.json'))).toBe(true);
  });

  test('is measured in exact counts', () => {
    const summary = summaryOf('pass.json');
    const threshold = { metric: 'tollgate_done{op:usage.ingest}', expression: 'count>=114' };
    const figures = measurementsOf('performance-1', threshold, summary).map(({ name, value, unit }) => [
      name,
      value,
      unit,
    ]);
    expect(figures).toEqual([
      ['load.seconds', '3.005', 's'],
      ['usage.ingest.done', '121', 'requests'],
      ['usage.ingest.planned-rate', '40', 'requests/s'],
      ['usage.ingest.achieved-rate', '40.333', 'requests/s'],
    ]);
  });
});

describe('a load of which a tenth was refused', () => {
  test('misses by the target, and says how far', () => {
    expect(judgements('missed.json').filter((line) => line.endsWith(': missed')).length).toBeGreaterThan(5);
    const messages = thresholdResults(summaryOf('missed.json')).map((result) => result.message);
    expect(messages).toContain('usage.ingest: found 109 of 121 answers within 250 ms, expected a rate>0.99.');
    expect(messages).toContain('usage.ingest: found 109 requests done of 121 sent, expected a count>=114.');
  });

  test('names each request that was not fine, as many as were counted', () => {
    const outcomes = loadOutcomes(summaryOf('missed.json'), saved('missed.log.txt'));
    expect(outcomes.operations['usage.ingest']).toEqual({ started: 121, done: 109, failed: 12, lost: 0 });
    expect(outcomes.notFine[0]).toMatchObject({ operation: 'usage.ingest', n: 5, outcome: 'unknown' });
    expect(outcomeFaults(outcomes)).toEqual([]);
  });

  test('a log that lost lines is found out', () => {
    const outcomes = loadOutcomes(summaryOf('missed.json'), '');
    expect(outcomeFaults(outcomes)).toContain('usage.ingest: 12 requests failed, but 0 are logged.');
  });
});

test('of no samples nothing is kept, though k6 says that shares and failures are', () => {
  const k6Says = thresholdResults(summaryOf('zero-samples.json')).filter((result) => result.ok);
  expect(k6Says).toHaveLength(6);
  expect(judgements('zero-samples.json').every((line) => line.endsWith(': not-offered'))).toBe(true);
});

test('a load that was stopped wrote a summary too, and is not finished', () => {
  expect(isFinished(summaryOf('stopped.json'))).toBe(false);
});

test('too little sent is no fault of the target', () => {
  const summary = summaryOf('missed.json');
  const operations = summary.operations.map((one) => ({ ...one, started: one.done }));
  const done = thresholdResults({ ...summary, operations }).find(
    (result) => result.metric === 'tollgate_done{op:usage.ingest}',
  );
  expect(done?.judgement).toBe('not-offered');
});

test('a request of which no outcome is known is told', () => {
  const summary = summaryOf('pass.json');
  const operations = summary.operations.map((one) => ({ ...one, started: one.started + 1 }));
  expect(outcomeFaults(loadOutcomes({ ...summary, operations }, ''))[0]).toContain('no outcome is known');
});

test("another run's summary, half a file and no file are refused", () => {
  const text = saved('pass.json');
  expect(readSummary(text, 'r-other')).toMatchObject({
    kind: 'unreadable',
    reason: expect.stringContaining('r-saved'),
  });
  expect(readSummary(text.slice(0, 500), 'r-saved').kind).toBe('unreadable');
  expect(readSummary('', 'r-saved').kind).toBe('unreadable');
});
