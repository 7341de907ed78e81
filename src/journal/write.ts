import { closeSync, fdatasync, fdatasyncSync, fstatSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { type Instant, instantFromMs } from '../model/date.ts';
import type { HarnessFault } from '../model/fault.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { journalStart, writeLine } from './line.ts';
import { lineBuffer } from './line-buffer.ts';
import { evidenceLost } from './lost.ts';
import { syncFolder } from './safe-file.ts';
import { rememberFile, rememberFolder } from './same-folder.ts';

export interface JournalWriter {
  /** Resolves when the records are on disk, if one of them must be; others are at most `flushMs` late. */
  append(...records: readonly JournalRecord[]): Promise<void>;
  /** Hash of the last line: the head of the chain. */
  readonly head: string;
  /** Throws EVIDENCE_LOST when run folder or journal is no longer the one that was begun, or a record could not be kept. */
  assertKept(): void;
  close(): Promise<void>;
}

/** Records that must be on disk before anything else happens: what is about to change a target, and where phases end. */
const durable = new Set<JournalRecord['kind']>([
  'run-started',
  'run-resumed',
  'intent',
  'step-finished',
  'phase-finished',
  'run-finished',
]);

const flushMs = 50;

/** Opens a new journal; refuses to write over one. Lines of one turn of the event loop are written and synced together. */
export async function createJournal(path: string, clock: () => number): Promise<JournalWriter> {
  const file = openSync(path, 'ax', 0o600);
  await syncFolder(dirname(path));
  return continueJournal({ path, file, seq: 0, head: journalStart, bytes: 0 }, clock);
}

/** An open file, to which lines are appended, and where its chain stands. */
export interface JournalEnd {
  readonly path: string;
  readonly file: number;
  readonly seq: number;
  readonly head: string;
  readonly bytes: number;
}

export function continueJournal(end: JournalEnd, clock: () => number): JournalWriter {
  const { path, file } = end;
  const folderStillThere = rememberFolder(dirname(path));
  const fileStillThere = rememberFile(path, fstatSync(file));
  // Nobody waits for these; a failure is kept and stops the next record.
  const lines = lineBuffer(file, () => unheeded(writeOut));
  const instantAt = instantWriter();
  let { seq, head, bytes } = end;
  let timer: NodeJS.Timeout | null = null;
  let currentSync: Promise<void> = Promise.resolve();
  let nextSync: Promise<void> | null = null;
  let lost: HarnessFault | null = null;

  // The first failure stays: a later write or sync may succeed and hide what is gone.
  function guarded(record: string, act: () => void): void {
    if (lost !== null) throw lost;
    try {
      act();
    } catch (error) {
      lost = evidenceLost(`${record} of ${path} could not be kept, nor anything after`, error);
      throw lost;
    }
  }

  function add(record: JournalRecord): void {
    const name = nameOf(seq, record);
    guarded(name, () => {
      const line = writeLine({ seq, at: instantAt(clock()), prev: head, record });
      lines.add(line.text, name);
      seq += 1;
      head = line.hash;
    });
  }

  function writeOut(): void {
    guarded(lines.first, () => {
      bytes += lines.writeOut();
    });
  }

  const prove = () => {
    folderStillThere();
    fileStillThere(bytes);
  };

  // The disk works while we go on reading the channel: a slow one must not hold up those who have nothing to wait for.
  async function syncAndProve(record: string): Promise<void> {
    writeOut();
    const failure = await syncFile(file).then(noError, anyError);
    guarded(record, () => {
      if (failure !== null) throw failure;
      writeOut();
      prove();
    });
  }

  // One sync serves every record written before it began: intents of parallel workers share the wait.
  function sync(record: string): Promise<void> {
    nextSync ??= currentSync.then(nextTurn).then(() => {
      nextSync = null;
      const begun = syncAndProve(record);
      currentSync = begun.catch(() => undefined);
      return begun;
    });
    return nextSync;
  }

  function syncSoon(record: string): void {
    timer ??= setTimeout(() => {
      timer = null;
      // Nobody waits for this one; its failure stops the next record.
      sync(record).catch(() => undefined);
    }, flushMs);
  }

  return {
    append: async (...records) => {
      for (const record of records) add(record);
      const last = records.at(-1);
      if (last === undefined) return;
      const name = nameOf(seq - 1, last);
      if (records.some(({ kind }) => durable.has(kind))) return sync(name);
      syncSoon(name);
    },
    get head() {
      return head;
    },
    assertKept: () => {
      writeOut();
      guarded('The next record', prove);
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      await nextSync?.catch(() => undefined);
      await currentSync;
      try {
        writeOut();
        guarded('The last record', () => {
          fdatasyncSync(file);
          prove();
        });
      } finally {
        closeSync(file);
      }
    },
  };
}

function nameOf(seq: number, { kind }: JournalRecord): string {
  return `Record ${seq} ("${kind}")`;
}

/** Records come by the hundred in a millisecond, and to write an instant takes as long as to hash a line. */
function instantWriter(): (atMs: number) => Instant {
  let knownMs = Number.NaN;
  let known = instantFromMs(0);
  return (atMs) => {
    if (atMs !== knownMs) known = instantFromMs(atMs);
    knownMs = atMs;
    return known;
  };
}

function unheeded(act: () => void): void {
  try {
    act();
  } catch {
    // By now it is known to whoever comes next.
  }
}

const syncFile = promisify(fdatasync);
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
const noError = () => null;
const anyError = (error: unknown) => error;
