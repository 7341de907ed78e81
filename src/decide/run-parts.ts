import type { JournalLine, JournalRecord, ShardNumber } from '../model/observing/record.ts';

type Of<Kind extends JournalRecord['kind']> = Extract<JournalRecord, { kind: Kind }>;

/** What the run wrote about itself, once for each machine that it ran on. */
export interface RunPart {
  /** How the machine is called in sentences; empty when there was only one. */
  readonly name: string;
  /** Null in a run that was not merged. */
  readonly shard: ShardNumber | null;
  readonly lines: readonly JournalLine[];
  /** The last word of each kind; null when it is missing. */
  readonly canary: Of<'canary'> | null;
  readonly cleanup: Of<'cleanup'> | null;
  readonly finished: Of<'run-finished'> | null;
}

/** One part for a run on one machine, resumed or not; one for each shard of a merged run. */
export function runParts(lines: readonly JournalLine[]): readonly RunPart[] {
  const begins = lines.flatMap(({ record }, index) => (record.kind === 'shard-begins' ? [index] : []));
  if (begins.length === 0) return [partOf(lines)];
  const before = lines.slice(0, begins[0]);
  const shards = begins.map((from, index) => partOf(lines.slice(from, begins[index + 1])));
  // A merged run begins with a record of its own. Whatever else stands there belongs to no shard and has no end.
  return before.every(({ record }) => record.kind === 'run-started') ? shards : [partOf(before), ...shards];
}

function partOf(lines: readonly JournalLine[]): RunPart {
  const first = lines[0]?.record;
  const shard = first?.kind === 'shard-begins' ? first.shard : null;
  const name = shard === null ? '' : `shard ${shard.index} of ${shard.total}: `;
  const part: Open = { name, shard, lines, canary: null, cleanup: null, finished: null };
  for (const { record } of lines) note(part, record);
  return part;
}

type Open = { -readonly [Key in keyof RunPart]: RunPart[Key] };

function note(part: Open, record: JournalRecord): void {
  switch (record.kind) {
    case 'canary':
      part.canary = canaryOver(part.canary, record);
      break;
    case 'cleanup':
      part.cleanup = record;
      break;
    case 'run-finished':
      part.finished = record;
      break;
    case 'run-resumed':
      // What the part before said of its end and of its cleanup holds no longer.
      part.canary = canaryOver(part.canary, null);
      part.cleanup = null;
      part.finished = null;
      break;
    default:
      break;
  }
}

/** A wrong amount is never taken back, not even by a right one later. */
function canaryOver(before: RunPart['canary'], later: RunPart['canary']): RunPart['canary'] {
  return before?.result === 'wrong' ? before : later;
}
