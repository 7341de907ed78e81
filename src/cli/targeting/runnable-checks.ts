import type { Project } from '../../project/project.ts';
import type { ListedPhases } from '../../run/planning/list-checks.ts';
import { listOutsideRun } from '../../run/planning/list-outside-run.ts';
import { disposed } from '../../run/planning/make-plan.ts';
import type { RunRequest } from '../../run/request.ts';
import type { Shell } from '../command.ts';
import { runRequest } from '../running/run-request.ts';

/** How many checks of a phase a run would plan, and how many of them a target can run. */
export interface PhaseReach {
  readonly phase: string;
  readonly planned: number;
  readonly runnable: number;
  /** Why its checks could not be listed whole; null when they could. */
  readonly fault: string | null;
}

export interface PlannableChecks {
  readonly request: RunRequest;
  readonly listed: ListedPhases;
}

/** The checks of this project, whatever the target. */
export async function plannableChecks(
  project: Project,
  shell: Shell,
  name: string,
): Promise<PlannableChecks> {
  const request = await runRequest(
    { target: name },
    { project, shell, signal: new AbortController().signal, cut: null },
  );
  return { request, listed: await listOutsideRun(request) };
}

/** What a target that can do this much would be asked. */
export function reachOf(
  { request, listed }: PlannableChecks,
  capabilities: Readonly<Record<string, string>>,
): readonly PhaseReach[] {
  const planned = disposed(listed.checks, request, capabilities).filter(
    ({ disposition }) => disposition.kind === 'run' || disposition.by === 'capability',
  );
  return listed.phases.map(({ name, steps, fault }) => {
    const mine = planned.filter(({ phase }) => phase === name);
    // A team's own suite may be known by the number of its checks alone; nobody knows what they need.
    const unnamed = steps.reduce((sum, { expectedCount = 0 }) => sum + expectedCount, 0);
    const runnable = mine.filter(({ disposition }) => disposition.kind === 'run').length;
    return {
      phase: name,
      planned: mine.length + unnamed,
      runnable: runnable + unnamed,
      fault: fault?.message ?? null,
    };
  });
}
