import type { Readable } from 'node:stream';

/** What a tool prints: its lines as they come, and the end of it all. */
export interface ToolOutput {
  onLine(listener: (line: string) => void): void;
  /** The last 16 KiB of both streams. */
  text(): string;
  /** What we have to say ourselves, for the same reader. */
  add(sentence: string): void;
  /** A last line that nobody ended is a line too; k6 leaves one. */
  end(): void;
}

const outputKept = 16 * 1024;

/** The end of a text, from a whole line on or else a whole word: half a secret could not be recognised. */
export function endOf(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const end = text.slice(-lengthMax);
  const line = end.indexOf('\n');
  return line >= 0 && line < end.length - 1 ? end.slice(line + 1) : end.replace(/^\S*\s?/, '');
}

export function toolOutput(stdout: Readable | null, stderr: Readable | null): ToolOutput {
  const listeners: ((line: string) => void)[] = [];
  let kept = '';
  let pending = '';
  const add = (text: string) => {
    kept = endOf(kept + text, outputKept);
  };
  const tell = (line: string) => {
    for (const listener of listeners) listener(line);
  };
  stdout?.setEncoding('utf8').on('data', (text: string) => {
    add(text);
    const lines = (pending + text).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) tell(line);
  });
  stderr?.setEncoding('utf8').on('data', add);
  return {
    onLine: (listener) => void listeners.push(listener),
    text: () => kept,
    add: (sentence) => add(`${kept === '' || kept.endsWith('\n') ? '' : '\n'}${sentence}\n`),
    end: () => {
      if (pending !== '') tell(pending);
      pending = '';
    },
  };
}
