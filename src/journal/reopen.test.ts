import { appendFile, mkdtemp, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalRecord } from '../model/observing/record.ts';
import { readJournal } from './read.ts';
import { reopenJournal } from './reopen.ts';
import { sealRun } from './seal.ts';
import { createJournal } from './write.ts';

const first: readonly JournalRecord[] = [
  { kind: 'run-started', runId: 'r', planDigest: 'd' },
  { kind: 'check-started', checkId: 'größer' },
];
const second: readonly JournalRecord[] = [
  { kind: 'run-resumed', part: 2, torn: false, reaped: [] },
  { kind: 'run-finished', reason: 'completed' },
];

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'reopen-'));
}

async function written(): Promise<string> {
  const path = join(await newFolder(), 'journal.ndjson');
  const writer = await createJournal(path, Date.now);
  for (const record of first) await writer.append(record);
  await writer.close();
  return path;
}

async function goOn(path: string): Promise<boolean> {
  const { writer, torn } = await reopenJournal(path, Date.now);
  for (const record of second) await writer.append(record);
  await writer.close();
  return torn;
}

describe('a journal that was closed', () => {
  test('goes on where it ended, in one chain', async () => {
    const path = await written();
    const before = await readFile(path, 'utf8');
    expect(await goOn(path)).toBe(false);
    const { lines } = await readJournal(path);
    expect(lines.map((line) => line.record)).toEqual([...first, ...second]);
    expect(lines.map((line) => line.seq)).toEqual([0, 1, 2, 3]);
    expect((await readFile(path, 'utf8')).startsWith(before)).toBe(true);
  });

  test('goes on after any cut, without the torn line', async () => {
    const whole = await readFile(await written());
    const firstEnd = whole.indexOf(0x0a) + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        const path = join(await newFolder(), 'journal.ndjson');
        await writeFile(path, whole.subarray(0, length));
        const kept = [length >= firstEnd, length === whole.length].filter(Boolean).length;
        expect(await goOn(path)).toBe(length !== 0 && length !== firstEnd && length !== whole.length);
        const { lines, torn } = await readJournal(path);
        expect(lines.map((line) => line.record)).toEqual([...first.slice(0, kept), ...second]);
        expect(torn).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('of a run that was decided goes on without what was decided, on any policy', async () => {
    const path = await written();
    const dir = dirname(path);
    const verdicts = ['verdict.json', 'verdict.lenient-0a1b2c3d.json'];
    for (const name of verdicts) await writeFile(join(dir, name), '{}');
    await sealRun(dir, { runId: 'r', planDigest: 'd', journalHead: (await readJournal(path)).head });
    await goOn(path);
    expect(await readdir(dir)).toEqual(['journal.ndjson']);
  });

  test('that was changed keeps what was decided', async () => {
    const path = await written();
    const dir = dirname(path);
    await writeFile(join(dir, 'verdict.json'), '{}');
    await truncate(path, 100);
    await appendFile(path, '\n');
    await expect(reopenJournal(path, Date.now)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
    expect(await readdir(dir)).toContain('verdict.json');
  });

  test('that was never begun is begun, without what was decided', async () => {
    const path = join(await newFolder(), 'journal.ndjson');
    await writeFile(join(dirname(path), 'verdict.json'), '{}');
    expect(await goOn(path)).toBe(false);
    expect(await readdir(dirname(path))).toEqual(['journal.ndjson']);
  });

  test('is not touched when it was changed', async () => {
    const path = await written();
    const bytes = await readFile(path);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(reopenJournal(path, Date.now)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
    expect(await readFile(path)).toEqual(bytes);
  });

  test('is not continued through a link', async () => {
    const path = await written();
    const link = join(await newFolder(), 'journal.ndjson');
    await symlink(path, link);
    await expect(reopenJournal(link, Date.now)).rejects.toThrow(/ELOOP/);
  });

  test('stops when another process writes it as well', async () => {
    const path = await written();
    const { writer } = await reopenJournal(path, Date.now);
    await appendFile(path, 'x');
    const record: JournalRecord = { kind: 'run-resumed', part: 2, torn: false, reaped: [] };
    await expect(writer.append(record)).rejects.toMatchObject({ code: 'EVIDENCE_LOST' });
    await truncate(path, (await stat(path)).size - 1);
    await expect(writer.append(record)).rejects.toMatchObject({ code: 'EVIDENCE_LOST' });
    await expect(writer.close()).rejects.toMatchObject({ code: 'EVIDENCE_LOST' });
  });
});
