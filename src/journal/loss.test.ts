import { openSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { JournalRecord } from '../model/observing/record.ts';
import { keepEvidence } from './evidence.ts';
import { readJournal } from './read.ts';
import { proveReportsFolder } from './reports-folder.ts';
import { createRunFolder } from './run-folder.ts';
import { canMount, removeSmallDisks, smallDisk } from './small-disk.fixture.ts';
import { continueJournal, createJournal, type JournalWriter } from './write.ts';

afterAll(removeSmallDisks);

const lost = { code: 'EVIDENCE_LOST', exitCode: 2 };

const started: JournalRecord = { kind: 'check-started', checkId: 'c' };
const intent: JournalRecord = {
  kind: 'intent',
  intentId: 'i',
  checkId: 'c',
  operation: 'pay',
  request: 'POST',
  idempotencyKey: '',
};

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'loss-'));
}

async function journalIn(dir: string): Promise<{ readonly path: string; readonly writer: JournalWriter }> {
  const path = join(dir, 'journal.ndjson');
  return { path, writer: await createJournal(path, Date.now) };
}

describe('a journal that cannot be kept', () => {
  test('because a sync fails, takes nothing more, whatever later syncs say', async () => {
    // A device takes every byte and refuses to sync.
    const end = { path: '/dev/null', file: openSync('/dev/null', 'a'), seq: 7, head: '', bytes: 0 };
    const writer = continueJournal(end, Date.now);
    await expect(writer.append(intent)).rejects.toMatchObject({
      ...lost,
      message: expect.stringMatching(/EINVAL/),
    });
    await expect(writer.append(started)).rejects.toMatchObject(lost);
    expect(() => writer.assertKept()).toThrow(/could not be kept/);
    await expect(writer.close()).rejects.toMatchObject(lost);
  });

  test('because a late sync fails, takes nothing more', async () => {
    const end = { path: '/dev/null', file: openSync('/dev/null', 'a'), seq: 7, head: '', bytes: 0 };
    const writer = continueJournal(end, Date.now);
    await writer.append(started);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(writer.append(started)).rejects.toMatchObject(lost);
    await expect(writer.close()).rejects.toMatchObject(lost);
  });

  test('because a write fails, names the record', async () => {
    const end = { path: '/dev/full', file: openSync('/dev/full', 'a'), seq: 7, head: '', bytes: 0 };
    const writer = continueJournal(end, Date.now);
    const named = { ...lost, message: expect.stringMatching(/^Record 7 \("check-started"\).*ENOSPC/) };
    await writer.append(started);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(writer.append(started)).rejects.toMatchObject(named);
    expect(() => writer.assertKept()).toThrow(/Record 7/);
    await expect(writer.append(intent)).rejects.toMatchObject(named);
    await expect(writer.close()).rejects.toMatchObject(lost);
  });

  test.runIf(canMount)(
    'because a real disk is full, keeps what came before, and no more when there is room again',
    async () => {
      const dir = smallDisk('size=64k');
      const { path, writer } = await journalIn(dir);
      await writeFile(join(dir, 'ballast'), Buffer.alloc(8_000));
      const fill = async () => {
        for (let n = 0; n < 1000; n += 1) await writer.append(intent);
      };
      await expect(fill()).rejects.toMatchObject(lost);
      await rm(join(dir, 'ballast'));
      await expect(writer.append(intent)).rejects.toMatchObject(lost);
      await expect(writer.close()).rejects.toMatchObject(lost);
      const { lines, torn } = await readJournal(path);
      expect(lines.length).toBeGreaterThan(20);
      expect(torn).toBe(true);
    },
  );
});

describe('a run folder that is no longer there', () => {
  const changes: readonly (readonly [string, (dir: string) => Promise<unknown>])[] = [
    ['deleted', (dir) => rm(dir, { recursive: true })],
    ['moved away', (dir) => rename(dir, `${dir}-away`)],
    [
      'replaced by another one',
      async (dir) => {
        await rename(dir, `${dir}-away`);
        await mkdir(dir);
        await writeFile(join(dir, 'journal.ndjson'), await readFile(join(`${dir}-away`, 'journal.ndjson')));
      },
    ],
    [
      'replaced by a link to itself',
      async (dir) => {
        await rename(dir, `${dir}-away`);
        await symlink(`${dir}-away`, dir);
      },
    ],
    ['without its journal', (dir) => rm(join(dir, 'journal.ndjson'))],
  ];

  test.each(changes)('%s: the next durable record is refused', async (_what, change) => {
    const dir = await mkdtemp(join(await newFolder(), 'run-'));
    const open = await journalIn(dir);
    await open.writer.append(intent);
    await change(dir);
    await expect(open.writer.append(intent)).rejects.toMatchObject(lost);
    await expect(open.writer.close()).rejects.toMatchObject(lost);
  });
});

describe('evidence', () => {
  const piece = { name: 'answer', mediaType: 'text/plain', bytes: Buffer.alloc(200_000) };

  test.each(['evidence', 'evidence/89'])('is not written through a link at %s', async (place) => {
    const [dir, elsewhere] = [await newFolder(), await newFolder()];
    if (place !== 'evidence') await mkdir(join(dir, 'evidence'));
    // The hash of "a" begins with ca.
    await symlink(elsewhere, join(dir, place.replace('89', 'ca')));
    await expect(keepEvidence(dir, { ...piece, bytes: Buffer.from('a') })).rejects.toMatchObject(lost);
    expect(await readdir(elsewhere, { recursive: true })).not.toContainEqual(expect.stringMatching(/ca978/));
  });

  test.runIf(canMount)('that the disk has no room for is lost, and leaves no half of it', async () => {
    const dir = smallDisk('size=100k');
    await expect(keepEvidence(dir, piece)).rejects.toMatchObject(lost);
    const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    expect(files).toEqual([]);
  });
});

describe('a reports folder', () => {
  const refused = { code: 'BAD_CONFIGURATION', exitCode: 78 };

  test('that is a file is refused before anything starts', async () => {
    const dir = join(await newFolder(), 'reports');
    await writeFile(dir, '');
    await expect(createRunFolder(dir, 'r')).rejects.toMatchObject(refused);
  });

  test('with room is taken, and nothing stays in it', async () => {
    const dir = join(await newFolder(), 'deep', 'reports');
    await proveReportsFolder(dir);
    expect(await readdir(dir)).toEqual([]);
  });

  test.runIf(canMount)('that can only be read is refused', async () => {
    const dir = smallDisk('size=80m,ro');
    await expect(createRunFolder(dir, 'r')).rejects.toMatchObject({
      ...refused,
      message: expect.stringMatching(/EROFS/),
    });
  });

  test.runIf(canMount)('on a disk that is nearly full is refused', async () => {
    await expect(createRunFolder(smallDisk('size=40m'), 'r')).rejects.toMatchObject({
      ...refused,
      message: expect.stringMatching(/has \d+ MiB left/),
    });
  });
});
