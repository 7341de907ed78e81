import type { PhaseName } from '../model/observing/phase.ts';
import type { JournalLine, JournalRecord } from '../model/observing/record.ts';
import type { RunPart } from './run-parts.ts';

type StepStarted = Extract<JournalRecord, { kind: 'step-started' }>;
type StepEnd = Extract<JournalRecord, { kind: 'step-finished' | 'step-not-run' }>;

/** One time that a step was run: from its start to its end, or to where the run was cut. */
export interface StepAttempt {
  readonly phase: PhaseName;
  readonly step: string;
  /** Index of the part of the run, that is of the machine, that it belongs to. */
  readonly part: number;
  /** Null when it could not be begun. */
  readonly started: StepStarted | null;
  /** Null when nothing tells how it ended. */
  readonly ended: StepEnd | null;
  /** Whether the run was taken up again after it, so that what it left open was seen to. */
  readonly wasTakenUp: boolean;
  readonly lines: readonly JournalLine[];
}

/** All attempts of all steps, in the order of the journal. Machines know nothing of one another. */
export function stepAttempts(parts: readonly RunPart[]): readonly StepAttempt[] {
  return parts.flatMap(({ lines }, part) => attemptsOn(lines, part));
}

/** Steps never overlap: what stands between belongs to the one before. */
function attemptsOn(lines: readonly JournalLine[], part: number): readonly StepAttempt[] {
  const attempts: Open[] = [];
  let open: Open | null = null;
  for (const line of lines) {
    const { record } = line;
    switch (record.kind) {
      case 'step-started':
        open = { ...placeOf(record), part, started: record, ended: null, wasTakenUp: false, lines: [line] };
        attempts.push(open);
        break;
      case 'step-not-run':
        attempts.push({
          ...placeOf(record),
          part,
          started: null,
          ended: record,
          wasTakenUp: false,
          lines: [line],
        });
        open = null;
        break;
      case 'step-finished':
        if (open === null || !isSamePlace(open, record)) {
          open = { ...placeOf(record), part, started: null, ended: null, wasTakenUp: false, lines: [] };
          attempts.push(open);
        }
        open.ended = record;
        open.lines.push(line);
        break;
      case 'phase-finished':
        open = null;
        break;
      case 'run-resumed':
        for (const attempt of attempts) attempt.wasTakenUp = true;
        open = null;
        break;
      default:
        open?.lines.push(line);
    }
  }
  return attempts;
}

type Open = { -readonly [Key in keyof StepAttempt]: StepAttempt[Key] } & { lines: JournalLine[] };

function placeOf({ phase, step }: StepStarted | StepEnd) {
  return { phase, step };
}

function isSamePlace(left: { phase: string; step: string }, right: { phase: string; step: string }): boolean {
  return left.phase === right.phase && left.step === right.step;
}
