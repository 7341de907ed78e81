import { appendFile, mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalRecord } from '../model/observing/record.ts';
import { evidencePath, keepEvidence, readEvidence } from './evidence.ts';
import { readJournal } from './read.ts';
import { createJournal } from './write.ts';

const records: readonly JournalRecord[] = [
  { kind: 'run-started', runId: 'r', planDigest: 'd' },
  { kind: 'check-started', checkId: 'unit-1' },
  { kind: 'probe', when: 'über "quotes" \n and lines', result: 'answers', detail: '' },
  { kind: 'run-finished', reason: 'completed' },
];

async function written(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'journal-')), 'journal.ndjson');
  let now = Date.parse('2026-01-01T00:00:00Z');
  const journal = await createJournal(path, () => now++);
  for (const record of records) await journal.append(record);
  await journal.close();
  return path;
}

describe('the journal', () => {
  test('gives back what was written, in order', async () => {
    const { lines, torn } = await readJournal(await written());
    expect(lines.map((line) => line.record)).toEqual(records);
    expect(torn).toBe(false);
  });

  test('is never written over', async () => {
    await expect(createJournal(await written(), Date.now)).rejects.toThrow(/EEXIST/);
  });

  test('has a durable record on disk when append resolves', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'journal-')), 'journal.ndjson');
    const journal = await createJournal(path, Date.now);
    await journal.append({
      kind: 'intent',
      intentId: 'i',
      checkId: 'c',
      operation: 'pay',
      request: 'POST',
      idempotencyKey: '',
    });
    expect((await readJournal(path)).lines).toHaveLength(1);
    await journal.close();
  });

  test('cuts a torn last line and says so', async () => {
    const path = await written();
    await truncate(path, (await readFile(path)).length - 7);
    const { lines, torn } = await readJournal(path);
    expect([lines.length, torn]).toEqual([records.length - 1, true]);
  });

  test('refuses a whole line that does not belong', async () => {
    const path = await written();
    await appendFile(path, '{"seq":4}\n');
    await expect(readJournal(path)).rejects.toMatchObject({
      code: 'EVIDENCE_ALTERED',
      message: expect.stringMatching(/record 4/),
    });
  });

  test('refuses a changed newline before a torn last line, and loses no record', async () => {
    const path = await written();
    const original = await readFile(path);
    const lastStart = original.lastIndexOf(0x0a, original.length - 2) + 1;
    for (const kept of [1, 60, original.length - 1 - lastStart])
      for (let bit = 0; bit < 8; bit += 1) {
        const bytes = Buffer.from(original.subarray(0, lastStart + kept));
        bytes[lastStart - 1] = 0x0a ^ (1 << bit);
        await writeFile(path, bytes);
        await expect(readJournal(path)).rejects.toMatchObject({
          code: 'EVIDENCE_ALTERED',
          message: expect.stringContaining(`record ${records.length - 2}: it does not end with a new line`),
        });
      }
  });

  test('refuses any changed bit, in the last line too', async () => {
    const path = await written();
    const original = await readFile(path);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: original.length - 2 }),
        fc.integer({ min: 0, max: 7 }),
        async (offset, bit) => {
          const bytes = Buffer.from(original);
          bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
          await writeFile(path, bytes);
          await expect(readJournal(path)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('evidence', () => {
  test('is found by its own hash and refused when changed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'evidence-'));
    const ref = await keepEvidence(dir, {
      name: 'a',
      mediaType: 'text/plain',
      bytes: Buffer.from('EUR 1.00'),
    });
    expect(Buffer.from(await readEvidence(dir, ref)).toString()).toBe('EUR 1.00');
    await writeFile(evidencePath(dir, ref.sha256), 'EUR 9.00');
    await expect(readEvidence(dir, ref)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
  });
});
