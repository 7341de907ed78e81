import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HarnessFault } from '../../model/fault.ts';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';

const outcomes = z.object({
  runId: z.string(),
  operations: z.record(
    z.string(),
    z.object({ started: z.number(), done: z.number(), failed: z.number(), lost: z.number() }),
  ),
  notFine: z.array(
    z.object({ operation: z.string(), n: z.number(), outcome: z.enum(['refused', 'unknown']) }),
  ),
});

export type LoadOutcomes = z.infer<typeof outcomes>;

/** What the load generator counted. Throws when it left nothing, or something of another run. */
export async function readLoadOutcomes(
  { phaseDir, runId }: ScenarioConfiguration,
  step: 'load' | 'bill-day' = 'load',
): Promise<LoadOutcomes> {
  const text = await readFile(join(phaseDir, `${step}-outcomes.json`), 'utf8').catch(() => null);
  if (text === null) throw noOutcomes('no outcomes of the load', 'those of this run');
  const read = outcomes.parse(JSON.parse(text));
  if (read.runId !== runId && !read.runId.startsWith(`${runId}-part-`))
    throw noOutcomes(`outcomes of the run ${read.runId}`, `those of ${runId}`);
  return read;
}

/** Of one customer: what was accepted for certain, and what may or may not have been. */
export interface SentUsage {
  readonly accepted: number;
  readonly unknown: number;
}

/** Request n of the load belongs to the customer in row n modulo the rows; all that began are numbered without a gap. */
export function usageByCustomer(read: LoadOutcomes, customerCount: number): readonly SentUsage[] {
  const started = read.operations['usage.ingest']?.started ?? 0;
  const notFine = new Map(
    read.notFine
      .filter(({ operation }) => operation === 'usage.ingest')
      .map(({ n, outcome }) => [n, outcome]),
  );
  const sent = Array.from({ length: customerCount }, () => ({ accepted: 0, unknown: 0 }));
  for (let n = 0; n < started; n += 1) {
    const row = sent[n % customerCount];
    if (row === undefined) continue;
    const outcome = notFine.get(n);
    if (outcome === undefined) row.accepted += 1;
    if (outcome === 'unknown') row.unknown += 1;
  }
  return sent;
}

function noOutcomes(found: string, expected: string): HarnessFault {
  return new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Found ${found}, expected ${expected}.`,
    hint: 'See the load step of this phase; k6 is installed with: npx tollgate doctor --install k6',
  });
}
