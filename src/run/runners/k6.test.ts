import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { k6 as k6Tool } from '../../hosts/k6.ts';
import { answeringServer, playLoad } from './k6/play.fixture.ts';

const hasK6 = (await k6Tool.find()) !== null;
const server = await answeringServer();
const { url, answer } = server;

afterEach(() => {
  Object.assign(answer, { status: 200, location: null });
});
afterAll(() => {
  server.close();
});

const play = (runId = 'r-1') => playLoad({ url, perSecond: 10, runId });

describe.runIf(hasK6)('k6 itself', () => {
  test('lists the thresholds of the rehearsal, plays the load and leaves exact counts', async () => {
    const { phaseDir, listing, exit, finished } = await play();
    expect(listing.faults).toEqual([]);
    expect(listing.checks).toHaveLength(9);
    expect(exit).toMatchObject({ exitCode: 0, report: { kind: 'read', finished: true, runErrors: [] } });
    expect(finished.map((record) => record.status)).toEqual(['passed', 'passed', 'passed']);
    const outcomes = JSON.parse(readFileSync(join(phaseDir, 'load-outcomes.json'), 'utf8'));
    expect(outcomes.operations['invoice.read'].done).toBeGreaterThanOrEqual(10);
  });

  test('ends with 99 exactly when a threshold was missed, and the records say the same', async () => {
    answer.status = 503;
    const { exit, finished } = await play();
    expect(exit?.exitCode).toBe(99);
    expect(new Set(finished.map((record) => record.status))).toEqual(new Set(['failed']));
  });

  test('follows no redirect, and counts it as failed though the place that it names would do', async () => {
    const elsewhere = await answeringServer();
    Object.assign(answer, { status: 307, location: elsewhere.url });
    const { exit, finished } = await play();
    elsewhere.close();
    expect(elsewhere.heard()).toBe(0);
    expect(exit?.exitCode).toBe(99);
    expect(new Set(finished.map((record) => record.status))).toEqual(new Set(['failed']));
  });

  test("another run's load gives no result", async () => {
    const { exit, finished } = await play('r-2');
    expect(exit?.report).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('r-2') });
    expect(finished).toEqual([]);
  });
});
