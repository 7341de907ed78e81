import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunPlan } from '../model/deciding/plan.ts';
import { HarnessFault } from '../model/fault.ts';
import type { PlannedCheck } from '../model/observing/check.ts';
import type { Todo } from './cut-run.ts';
import type { Halt } from './halt.ts';
import type { ListedPhases, ListedStep } from './planning/list-checks.ts';
import type { Agent } from './reaching/agent.ts';
import type { OpenWrites } from './reaching/open-writes.ts';
import type { Prober } from './reaching/prober.ts';
import type { Workplace } from './workplace.ts';

export interface ExecutionContext {
  readonly plan: RunPlan;
  readonly todo: Todo;
  readonly listed: ListedPhases;
  readonly workplace: Workplace;
  readonly agent: Agent;
  readonly prober: Prober;
  readonly writes: OpenWrites;
  readonly halt: Halt;
}

/** One phase after the other; a phase that fails does not stop the next, the guard does. */
export async function executePhases(context: ExecutionContext): Promise<void> {
  const { workplace, halt } = context;
  workplace.onRecord((record) => {
    if (record.kind === 'check-finished' && record.cause === 'guard') halt.stop({ kind: 'guard' });
  });
  const turns = turnsOf(context);
  for (const phase of context.plan.phases) {
    const mine = turns.filter(({ listed }) => listed.phase === phase.name);
    if (mine.every(({ checks }) => checks.length === 0)) {
      await Promise.all(mine.map(({ listed }) => listed.session?.close()));
      continue;
    }
    await workplace.record({ kind: 'phase-started', phase: phase.name });
    await context.prober.during(phase.name, () => executeSteps(context, mine));
    await context.prober.ask(`after ${phase.name}`);
    await context.writes.settle(context.agent);
    await workplace.record({ kind: 'phase-finished', phase: phase.name });
  }
}

/** One step, what is to be run in it, and whose tools may get ready meanwhile. */
interface Turn {
  readonly listed: ListedStep;
  readonly checks: readonly PlannedCheck[];
  readonly next: readonly ListedStep[];
}

/** Two, so that the one after a load is ready before the load begins. */
const readyAhead = 2;

function turnsOf({ plan, todo, listed }: ExecutionContext): readonly Turn[] {
  const isOf = ({ phase, step }: ListedStep, check: PlannedCheck) =>
    check.phase === phase && check.step === step.name && todo.checks.has(check.id);
  const turns = plan.phases.flatMap(({ name }) =>
    listed.steps
      .filter((one) => one.phase === name)
      .map((one) => ({ listed: one, checks: plan.checks.filter((check) => isOf(one, check)) })),
  );
  return turns.map((turn, at) => {
    const next = turns.slice(at + 1).filter(({ checks }) => checks.length > 0);
    return { ...turn, next: next.slice(0, readyAhead).map(({ listed: one }) => one) };
  });
}

async function executeSteps(context: ExecutionContext, turns: readonly Turn[]): Promise<void> {
  for (const turn of turns) await executeStep(context, turn);
}

async function executeStep(
  { workplace, halt }: ExecutionContext,
  { listed, checks, next }: Turn,
): Promise<void> {
  const { record } = workplace;
  const place = { phase: listed.phase, step: listed.step.name } as const;
  if (checks.length === 0) return listed.session?.close();
  const obstacle = halt.reason === null ? await obstacleOf(listed) : stopped;
  if (obstacle !== null || listed.session === null) {
    await listed.session?.close();
    await record({ kind: 'step-not-run', ...place, ...(obstacle ?? notOpen) });
    return;
  }
  await record({
    kind: 'step-started',
    ...place,
    tool: listed.step.runner.tool,
    toolVersion: listed.toolVersion,
    checks: checks.map(({ id }) => id),
  });
  if (listed.step.runner.measuresTime !== true) for (const { session } of next) session?.prepare?.();
  try {
    const exit = await listed.session.run(checks);
    const withinMs = halt.reason === null ? lastWordsMs : hurriedWordsMs;
    await workplace.channel.hearOut(`${place.phase}/${place.step}`, withinMs);
    await record({ kind: 'step-finished', ...place, ...exit, wasStopped: halt.reason !== null });
  } catch (error) {
    // What takes one tool down must not take the other phases and the cleanup with it. Where records are lost, this one is too.
    await listed.session.close();
    await record({ kind: 'step-not-run', ...place, ...brokenBy(error) });
  }
}

/** How long the last words of a tool that is gone may take to arrive: on a full machine, or a slow disk. */
const lastWordsMs = 10_000;
/** And where somebody waits for the run to end. */
const hurriedWordsMs = 1_000;

interface Obstacle {
  readonly reason: string;
  readonly hint: string;
}

const stopped: Obstacle = {
  reason: 'The run was interrupted or stopped before.',
  hint: 'Go on with: npx tollgate run --resume RUN',
};
const notOpen: Obstacle = {
  reason: 'Its tool could not be started, or could not list its checks.',
  hint: 'The cause stands with the phase.',
};

function brokenBy(error: unknown): Obstacle {
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof HarnessFault ? error.hint : 'Report this.';
  return { reason: `Its tool failed before it came to its end: ${message}`, hint };
}

async function obstacleOf({ step, phaseDir }: ListedStep): Promise<Obstacle | null> {
  for (const file of step.reads) {
    const isThere = await access(join(phaseDir, file)).then(
      () => true,
      () => false,
    );
    if (!isThere)
      return {
        reason: `It needs ${file}, which an earlier step of the phase did not leave.`,
        hint: 'Mend the earlier step first.',
      };
  }
  return null;
}
