import { closeSync, constants, existsSync, fdatasyncSync, ftruncateSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { readJournal } from './read.ts';
import { liftSeal, removeDecided } from './unseal.ts';
import { continueJournal, createJournal, type JournalWriter } from './write.ts';

export interface ReopenedJournal {
  readonly writer: JournalWriter;
  /** Whether a torn last line was cut off, on disk as well. */
  readonly torn: boolean;
}

/**
 * Goes on with the journal of a run that was cut or ended: proves seal and chain, cuts off a torn last line for good, and
 * continues number and link; begins one where the run was cut before it. The run is no longer sealed, and what was decided is
 * gone until it is decided again.
 */
export async function reopenJournal(path: string, clock: () => number): Promise<ReopenedJournal> {
  const runDir = dirname(path);
  await liftSeal(runDir);
  if (!existsSync(path)) {
    await removeDecided(runDir);
    return { writer: await createJournal(path, clock), torn: false };
  }
  const journal = await readJournal(path);
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW);
  try {
    await removeDecided(runDir);
    if (journal.torn) {
      ftruncateSync(file, journal.wholeBytes);
      fdatasyncSync(file);
    }
    const end = { path, file, seq: journal.lines.length, head: journal.head, bytes: journal.wholeBytes };
    return { writer: continueJournal(end, clock), torn: journal.torn };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
