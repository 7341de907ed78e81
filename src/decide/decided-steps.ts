import type { DecidedStep } from '../model/deciding/decided-run.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { StepAttempt } from './attempts.ts';

/** Each step of the plan with how it ended; of several attempts the last, and their times together. */
export function decidedSteps(plan: RunPlan, attempts: readonly StepAttempt[]): DecidedStep[] {
  return plan.phases.flatMap((phase) =>
    phase.steps.map((step): DecidedStep => {
      const mine = attempts.filter((one) => one.phase === phase.name && one.step === step.name);
      const last = mine.at(-1);
      return {
        phase: phase.name,
        name: step.name,
        tool: step.tool,
        toolVersion: last?.started?.toolVersion ?? 'unknown',
        exit: exitsText(mine),
        durationMs: mine.reduce((sum, attempt) => sum + durationOf(attempt), 0),
        output: outputOf(mine),
      };
    }),
  );
}

/** Of the last attempt; of several machines, the last one's that did not end well. */
function outputOf(attempts: readonly StepAttempt[]): string {
  const ends = byMachine(attempts).flatMap((mine) => {
    const ended = mine.at(-1)?.ended;
    return ended?.kind === 'step-finished' ? [ended] : [];
  });
  const shown = ends.findLast(({ exitCode }) => exitCode !== 0) ?? ends.at(-1);
  return shown?.output ?? '';
}

/** How each machine's last attempt ended; the same end is said once. */
function exitsText(attempts: readonly StepAttempt[]): string {
  if (attempts.length === 0) return exitText(undefined);
  const ends = byMachine(attempts).map((mine) => {
    const end = exitText(mine.at(-1));
    return mine.length > 1 ? `${end} (the last of ${mine.length} attempts)` : end;
  });
  return [...new Set(ends)].join('; ');
}

function byMachine(attempts: readonly StepAttempt[]): readonly (readonly StepAttempt[])[] {
  return [...Map.groupBy(attempts, ({ part }) => part).values()];
}

function exitText(attempt: StepAttempt | undefined): string {
  const ended = attempt?.ended ?? null;
  if (ended === null) return 'no end recorded';
  if (ended.kind === 'step-not-run') return `not run: ${ended.reason}`;
  if (ended.timedOut) return 'stopped at its deadline';
  return ended.signal === null ? `exit code ${ended.exitCode}` : `signal ${ended.signal}`;
}

function durationOf({ started, ended, lines }: StepAttempt): number {
  if (started === null || ended === null) return 0;
  const end = lines.find(({ record }) => record === ended)?.at;
  return end === undefined ? 0 : Date.parse(end) - Date.parse(lines[0]?.at ?? end);
}
