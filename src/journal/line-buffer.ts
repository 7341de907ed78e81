import { writeSync } from 'node:fs';

/** Lines that wait for the end of their turn of the event loop. */
export interface LineBuffer {
  /** Takes a line; `name` says which one it is, should it be the one that could not be written. */
  add(text: string, name: string): void;
  /** Writes all that waits; answers how many bytes that was. Throws what the system says. */
  writeOut(): number;
  /** Name of the first line that waits or could not be written. */
  readonly first: string;
}

/**
 * One call to the system for all lines of a turn: one for each would cost more than all the rest of the journal.
 * `onTurnEnd` is called when lines wait at the end of their turn, and has to write them out.
 */
export function lineBuffer(file: number, onTurnEnd: () => void): LineBuffer {
  let turnEnd: NodeJS.Immediate | null = null;
  let waiting = '';
  let first = '';
  return {
    add: (text, name) => {
      if (waiting === '') first = name;
      waiting += `${text}\n`;
      turnEnd ??= setImmediate(onTurnEnd);
    },
    writeOut: () => {
      if (turnEnd !== null) clearImmediate(turnEnd);
      turnEnd = null;
      const bytes = Buffer.from(waiting);
      waiting = '';
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
      return bytes.length;
    },
    get first() {
      return first;
    },
  };
}
