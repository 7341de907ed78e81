import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import { type LoadOutcomes, readLoadOutcomes, usageByCustomer } from './load-outcomes.ts';

const outcomes: LoadOutcomes = {
  runId: 'run-1',
  operations: {
    'usage.ingest': { started: 8, done: 5, failed: 3, lost: 0 },
    'invoice.read': { started: 100, done: 100, failed: 0, lost: 0 },
  },
  notFine: [
    { operation: 'usage.ingest', n: 1, outcome: 'refused' },
    { operation: 'usage.ingest', n: 4, outcome: 'unknown' },
    { operation: 'usage.ingest', n: 6, outcome: 'unknown' },
    { operation: 'invoice.read', n: 0, outcome: 'unknown' },
  ],
};

let phaseDir: string;
beforeAll(async () => {
  phaseDir = await mkdtemp(join(tmpdir(), 'tollgate-load-'));
});
afterAll(() => rm(phaseDir, { recursive: true }));

function read(runId: string): Promise<LoadOutcomes> {
  return readLoadOutcomes({ phaseDir, runId } as ScenarioConfiguration);
}

describe('what the load sent', () => {
  test('belongs to the customers in turn; refused requests count for nobody, unknown ones apart', () => {
    expect(usageByCustomer(outcomes, 3)).toEqual([
      { accepted: 2, unknown: 1 },
      { accepted: 1, unknown: 1 },
      { accepted: 2, unknown: 0 },
    ]);
  });

  test('is nothing where nothing began', () => {
    expect(usageByCustomer({ ...outcomes, operations: {} }, 2)).toEqual([
      { accepted: 0, unknown: 0 },
      { accepted: 0, unknown: 0 },
    ]);
  });

  test('is not known without its file, nor from that of another run', async () => {
    await expect(read('run-1')).rejects.toMatchObject({ code: 'TOOL_MISSING' });
    await writeFile(join(phaseDir, 'load-outcomes.json'), JSON.stringify(outcomes));
    await expect(read('run-2')).rejects.toThrow(/outcomes of the run run-1/);
    expect(await read('run-1')).toEqual(outcomes);
  });
});
