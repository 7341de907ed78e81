import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { PlannedCheck } from '../model/observing/check.ts';
import type { Agent } from './agent.ts';
import type { ListedStep } from './list-checks.ts';
import type { Workplace } from './workplace.ts';

export interface ExecutionContext {
  readonly plan: RunPlan;
  readonly steps: readonly ListedStep[];
  readonly workplace: Workplace;
  readonly agent: Agent;
  readonly signal: AbortSignal;
}

/** One phase after the other; a phase that fails does not stop the next. */
export async function executePhases(context: ExecutionContext): Promise<void> {
  for (const phase of context.plan.phases) {
    const steps = context.steps.filter((step) => step.phase === phase.name);
    const toRun = context.plan.checks.filter(
      (check) => check.phase === phase.name && check.disposition.kind === 'run',
    );
    if (steps.length === 0 || toRun.length === 0) {
      await Promise.all(steps.map((step) => step.session?.close()));
      continue;
    }
    await context.workplace.record({ kind: 'phase-started', phase: phase.name });
    for (const step of steps) {
      await executeStep(
        context,
        step,
        toRun.filter((check) => check.step === step.step.name),
      );
    }
    await probe(context, `after ${phase.name}`);
    await context.workplace.record({ kind: 'phase-finished', phase: phase.name });
  }
}

async function executeStep(
  context: ExecutionContext,
  listed: ListedStep,
  checks: readonly PlannedCheck[],
): Promise<void> {
  const { record } = context.workplace;
  const place = { phase: listed.phase, step: listed.step.name } as const;
  if (checks.length === 0) return listed.session?.close();
  const obstacle = context.signal.aborted ? interrupted : await obstacleOf(listed);
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
  });
  const exit = await listed.session.run(checks);
  await record({ kind: 'step-finished', ...place, ...exit });
}

interface Obstacle {
  readonly reason: string;
  readonly hint: string;
}

const interrupted: Obstacle = { reason: 'The run was interrupted.', hint: 'Start it again.' };
const notOpen: Obstacle = {
  reason: 'Its tool could not be started, or could not list its checks.',
  hint: 'The cause stands with the phase.',
};

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

/** Whether the target still answers, so that an outage is not read as wrong bills. */
export async function probe(
  context: Pick<ExecutionContext, 'agent' | 'workplace'>,
  when: string,
): Promise<{ readonly answers: boolean; readonly detail: string }> {
  const answer = await context.agent.ask('probe', null);
  const answers = answer.kind === 'answer';
  const detail = answers ? (answer.value as { readonly detail: string }).detail : answer.fault.message;
  await context.workplace.record({ kind: 'probe', when, result: answers ? 'answers' : 'silent', detail });
  return { answers, detail };
}
