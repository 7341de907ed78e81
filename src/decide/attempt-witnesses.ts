import { ownSuiteTool } from '../model/deciding/plan.ts';
import type { JournalLine, JournalRecord } from '../model/observing/record.ts';
import { answersTogether } from './answers-together.ts';
import { type AttemptFaults, attemptFaults, type Heard } from './attempt-faults.ts';
import type { StepAttempt } from './attempts.ts';
import type { CheckTestimony, StepCase } from './testimony.ts';

type Finished = Extract<JournalRecord, { kind: 'check-finished' }>;
type StepFinished = Extract<JournalRecord, { kind: 'step-finished' }>;

/** What the witnesses of one attempt say. */
export interface AttemptTestimony extends AttemptFaults {
  readonly results: ReadonlyMap<string, CheckTestimony>;
}

interface AttemptCase {
  readonly step: StepCase;
  readonly attempt: StepAttempt;
  /** How the step is called in sentences. */
  readonly name: string;
}

/** Compares plan, records, exit code and report of one attempt. */
export function hearAttempt({ step, attempt, name }: AttemptCase): AttemptTestimony {
  const planned = new Set(step.planned.map((check) => check.id));
  // A team's own command always runs whole, and its plan may have known its checks by number only.
  const asked = step.tool === ownSuiteTool ? undefined : attempt.started?.checks;
  const assigned = asked?.filter((id) => planned.has(id)) ?? [...planned];
  const finished = attempt.lines.flatMap(finishedIn);
  const starts = startsIn(attempt, step.tool);
  const recorded = new Map<string, CheckTestimony>();
  for (const one of finished.filter(({ record }) => planned.has(record.checkId))) {
    const [id, told] = testimonyOf(attempt, one, starts);
    const before = recorded.get(id);
    recorded.set(id, before === undefined ? told : answersTogether(before, told));
  }
  const doubts = doubled(finished, name);
  const { ended } = attempt;
  if (ended === null)
    return {
      results: recorded,
      losses: [`${name}: ${noEnd(attempt)}`],
      contradictions: doubts,
    };
  if (ended.kind === 'step-not-run') {
    const lost = `${name}: not run, ${assigned.length} checks without a result. ${ended.reason} ${ended.hint}`;
    return { results: recorded, losses: [lost], contradictions: doubts };
  }
  const results = new Map([...recorded, ...unfinished(attempt, ended, { planned, recorded })]);
  const { tool } = step;
  const faults = attemptFaults({ name, tool, assigned, recorded, results, planned, ended });
  return { ...faults, results, contradictions: [...faults.contradictions, ...doubts] };
}

/** Only where nobody took the run up, the run itself says that it was cut and how it goes on. */
function noEnd({ wasTakenUp }: StepAttempt): string {
  const what = 'it did not come to its end; nothing after the last record is known, nor its exit code.';
  return wasTakenUp
    ? `${what} Its checks are run again when the run is taken up: npx tollgate run --resume RUN`
    : what;
}

interface FinishedLine {
  readonly record: Finished;
  readonly at: string;
}

function finishedIn({ record, at }: JournalLine): FinishedLine[] {
  return record.kind === 'check-finished' ? [{ record, at }] : [];
}

function testimonyOf(
  attempt: StepAttempt,
  { record, at }: FinishedLine,
  starts: ReadonlyMap<string, number>,
): [string, CheckTestimony] {
  const { checkId, status, cause, durationMs, error } = record;
  const finishedAtMs = Date.parse(at);
  const startedAtMs = starts.get(checkId) ?? finishedAtMs - durationMs;
  return [checkId, { status, cause, durationMs, error, startedAtMs, finishedAtMs, part: attempt.part }];
}

/** What a command did is told only after it ended: any of its checks may have begun when it did. */
function startsIn(attempt: StepAttempt, tool: string): ReadonlyMap<string, number> {
  const beganAtMs = Date.parse(attempt.lines[0]?.at ?? '');
  return new Map(
    attempt.lines.flatMap(({ at, record }) =>
      record.kind === 'check-started'
        ? [[record.checkId, tool === ownSuiteTool ? beganAtMs : Date.parse(at)] as const]
        : [],
    ),
  );
}

/** A check that was under way when its tool ended: the one to look at first. */
function unfinished(
  attempt: StepAttempt,
  ended: StepFinished,
  { planned, recorded }: Pick<Heard, 'planned' | 'recorded'>,
): [string, CheckTestimony][] {
  const endedAtMs = Date.parse(attempt.lines.at(-1)?.at ?? '');
  return attempt.lines.flatMap(({ record, at }): [string, CheckTestimony][] => {
    if (record.kind !== 'check-started' || recorded.has(record.checkId) || !planned.has(record.checkId))
      return [];
    const how = ended.timedOut ? 'was stopped at its deadline' : `ended with ${endWords(ended)}`;
    const error = { type: 'Unfinished', message: `It had begun when its tool ${how}.`, stack: '' };
    return [
      [
        record.checkId,
        {
          status: 'broken',
          cause: ended.timedOut ? 'timed-out' : 'crashed',
          durationMs: endedAtMs - Date.parse(at),
          error,
          startedAtMs: Date.parse(at),
          finishedAtMs: endedAtMs,
          part: attempt.part,
        },
      ],
    ];
  });
}

function endWords(ended: StepFinished): string {
  return ended.signal === null ? `exit code ${ended.exitCode}` : `signal ${ended.signal}`;
}

function doubled(finished: readonly FinishedLine[], name: string): string[] {
  const seen = new Set<string>();
  const twice = finished
    .filter(({ record }) => seen.size === seen.add(record.checkId).size)
    .map(({ record }) => record.checkId);
  return twice.length === 0
    ? []
    : [`${name}: found more than one result of ${twice.join(', ')}; expected one each.`];
}
