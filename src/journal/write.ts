import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { JournalRecord } from '../model/observing/record.ts';
import { journalStart, writeLine } from './line.ts';

export interface JournalWriter {
  /** Resolves when the record is on disk, for those that must be; others are at most `flushMs` late. */
  append(record: JournalRecord): Promise<void>;
  /** Hash of the last line: the head of the chain. */
  readonly head: string;
  close(): Promise<void>;
}

/** Records that must be on disk before anything else happens: what is about to change a target, and where phases end. */
const durable = new Set<JournalRecord['kind']>([
  'run-started',
  'intent',
  'step-finished',
  'phase-finished',
  'run-finished',
]);
const flushMs = 50;

/** Opens a new journal; refuses to write over one. Lines are written at once and synced together. */
export async function createJournal(path: string, clock: () => number): Promise<JournalWriter> {
  const file = openSync(path, 'ax', 0o600);
  await syncFolder(dirname(path));
  let seq = 0;
  let head = journalStart;
  let timer: NodeJS.Timeout | null = null;
  let syncing: Promise<void> | null = null;
  let lost: unknown = null;

  // One sync serves every record written before it began: intents of parallel workers share the wait.
  function sync(): Promise<void> {
    syncing ??= new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        syncing = null;
        try {
          fdatasyncSync(file);
          resolve();
        } catch (error) {
          lost = error;
          reject(error);
        }
      });
    });
    return syncing;
  }

  function syncSoon(): void {
    timer ??= setTimeout(() => {
      timer = null;
      // Nobody waits for this one. Its failure stops the next record: a later sync may succeed and hide what is gone.
      sync().catch(() => undefined);
    }, flushMs);
  }

  return {
    append: async (record) => {
      if (lost !== null) throw lost;
      const line = writeLine({ seq, atMs: clock(), prev: head, record });
      writeWhole(file, `${line.text}\n`);
      seq += 1;
      head = line.hash;
      if (durable.has(record.kind)) await sync();
      else syncSoon();
    },
    get head() {
      return head;
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      try {
        if (lost !== null) throw lost;
        fdatasyncSync(file);
      } finally {
        closeSync(file);
      }
    },
  };
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** A new name in a folder is lost in a crash unless the folder itself is synced. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
