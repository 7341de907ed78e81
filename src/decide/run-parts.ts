import type { JournalLine, JournalRecord } from '../model/observing/record.ts';

type Of<Kind extends JournalRecord['kind']> = Extract<JournalRecord, { kind: Kind }>;

/** What the run wrote about itself, once for each machine that it ran on. */
export interface RunPart {
  /** How the machine is called in sentences; empty when there was only one. */
  readonly name: string;
  /** The last word of each kind; null when it is missing. */
  readonly canary: Of<'canary'> | null;
  readonly cleanup: Of<'cleanup'> | null;
  readonly finished: Of<'run-finished'> | null;
}

/** One part for a run on one machine, resumed or not; one for each shard of a merged run. */
export function runParts(lines: readonly JournalLine[]): readonly RunPart[] {
  const parts: Open[] = [];
  for (const { record } of lines) {
    if (record.kind === 'shard-begins')
      parts.push({ ...nothing, name: `shard ${record.shard.index} of ${record.shard.total}: ` });
    else if (parts.length === 0) parts.push({ ...nothing });
    const part = parts.at(-1);
    if (part !== undefined) note(part, record);
  }
  return parts.length === 0 ? [nothing] : parts;
}

type Open = { -readonly [Key in keyof RunPart]: RunPart[Key] };

const nothing: RunPart = { name: '', canary: null, cleanup: null, finished: null };

function note(part: Open, record: JournalRecord): void {
  switch (record.kind) {
    case 'canary':
      part.canary = record;
      break;
    case 'cleanup':
      part.cleanup = record;
      break;
    case 'run-finished':
      part.finished = record;
      break;
    case 'run-resumed':
      // What the part before said of its end and of its cleanup holds no longer.
      part.canary = null;
      part.cleanup = null;
      part.finished = null;
      break;
    default:
      break;
  }
}
