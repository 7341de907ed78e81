import type { RunPlan } from '../../model/deciding/plan.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { CutRun } from '../cut-run.ts';
import type { TargetPlace } from '../request.ts';
import { type ListedStep, unknownVersion } from './list-checks.ts';
import type { RequestedPlan } from './requested-plan.ts';

/** What may differ between the parts of one run: when it was planned, and where a target that we start listens this time. */
function withoutTheMoment(plan: RunPlan, place: TargetPlace['kind']): RunPlan {
  const { conditions: _, proof: _proof, ...rest } = plan;
  const target = place === 'hosted' ? { ...plan.target, url: '' } : plan.target;
  return { ...rest, createdAt: '', command: '', target };
}

/**
 * Refuses to go on under another plan: other checks, suites, policy, target, seed or version. Half a run of one thing and half
 * of another would look like a whole run of neither.
 */
export function refuseChangedPlan(before: RunPlan, now: RunPlan, place: TargetPlace['kind']): void {
  refuseChanges(before.runId, planChanges(withoutTheMoment(before, place), withoutTheMoment(now, place)));
}

/** The same for what is known before anything is started; the rest is compared when the target has answered. */
export function refuseChangedRequest(before: RunPlan, now: RequestedPlan): void {
  const asPlanned = Object.fromEntries(Object.keys(now).map((name) => [name, Reflect.get(before, name)]));
  refuseChanges(before.runId, planChanges(asPlanned, now));
}

/** A tool that was brought up to date in between is another tool. What could not be listed has no version. */
export function refuseChangedTools(
  { plan, lines }: Pick<CutRun, 'plan' | 'lines'>,
  steps: readonly (Pick<ListedStep, 'phase' | 'toolVersion'> & {
    readonly step: { readonly name: string };
  })[],
): void {
  const changed = steps.flatMap(({ phase, step, toolVersion }) => {
    const before = lines.findLast(
      ({ record }) => record.kind === 'step-started' && record.phase === phase && record.step === step.name,
    )?.record;
    if (before?.kind !== 'step-started' || toolVersion === unknownVersion) return [];
    return before.toolVersion === toolVersion
      ? []
      : [`${before.tool} (${toolVersion}, was ${before.toolVersion})`];
  });
  refuseChanges(plan.runId, [...new Set(changed)]);
}

function refuseChanges(runId: string, changed: readonly string[]): void {
  if (changed.length === 0) return;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Run ${runId} cannot be taken up again: found another ${changed.slice(0, 6).join(', ')} than it was planned with.`,
    hint: 'What it recorded stays as it is. Undo the change, or begin a new run: npx tollgate run',
  });
}

/** Names of what differs, two levels deep: "digests.suites", "policy". */
export function planChanges(before: object, now: object): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names.flatMap((name) => {
    const [left, right]: unknown[] = [before, now].map((plan) => Reflect.get(plan, name));
    if (JSON.stringify(left) === JSON.stringify(right)) return [];
    if (!isPlain(left) || !isPlain(right)) return [name];
    const inner = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
      (key) => JSON.stringify(left[key]) !== JSON.stringify(right[key]),
    );
    return inner.map((key) => `${name}.${key}`);
  });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
