import type { MergedShard, RunPlan } from '../../model/deciding/plan.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { PlannedCheck } from '../../model/observing/check.ts';
import { planChanges } from './changed-plan.ts';

/** One shard, read and proven. */
export interface PlannedShard {
  readonly plan: RunPlan;
  readonly planDigest: string;
  readonly journalHead: string;
}

/** What is the merged run's own. */
export interface MergedIdentity {
  readonly runId: string;
  readonly command: string;
}

/**
 * The plan of all shards together, with the shards in their order. Refuses a shard that is missing, doubled, or of another run:
 * a hole or a piece of something else would look like a whole.
 */
export function mergedPlan(given: readonly PlannedShard[], { runId, command }: MergedIdentity): RunPlan {
  const numbered = given.map((one) => ({ ...one, shard: shardOf(one.plan) }));
  const shards = numbered.sort((left, right) => left.shard.index - right.shard.index);
  const plans = shards.map(({ plan }) => plan);
  const [first] = shards;
  if (first === undefined) throw refused('Found no shard; expected at least one.', wayOut);
  refuseIncomplete(shards);
  for (const { plan } of shards) refuseForeign(first.plan, plan);
  const proof = plans.find((plan) => plan.proof)?.proof;
  return {
    ...first.plan,
    runId,
    command,
    createdAt: plans.map(({ createdAt }) => createdAt).sort()[0] ?? first.plan.createdAt,
    scope: { ...first.plan.scope, shard: null },
    checks: first.plan.checks.map((check, at) => ownedOnce(check, at, plans)),
    conditions: [...new Set(plans.flatMap(({ conditions = [] }) => conditions))],
    ...(proof !== undefined && { proof }),
    mergedFrom: shards.map(mergedShard),
  };
}

type NumberedShard = PlannedShard & Pick<MergedShard, 'shard'>;

function mergedShard({ shard, plan, planDigest, journalHead }: NumberedShard): MergedShard {
  return { shard, runId: plan.runId, planDigest, journalHead };
}

function shardOf({ runId, scope }: RunPlan): MergedShard['shard'] {
  const { shard = null } = scope;
  if (shard !== null) return shard;
  throw refused(
    `Run ${runId} is not a shard; expected runs that were begun with --shard i/n.`,
    'Give the shards only. A run that is whole needs no merging.',
  );
}

function refuseIncomplete(shards: readonly NumberedShard[]): void {
  const totals = [...new Set(shards.map(({ shard }) => shard.total))];
  const [total = 0] = totals;
  if (totals.length > 1)
    throw refused(
      `Found shards of ${totals.join(' and of ')}: ${shown(shards)}; expected all shards of one division.`,
      'Give the shards of one run only.',
    );
  const groups = Map.groupBy(shards, ({ shard }) => shard.index);
  const doubled = [...groups.values()].find((group) => group.length > 1);
  if (doubled !== undefined)
    throw refused(
      `Found a shard more than once: ${shown(doubled)}; expected each of the ${total} once.`,
      'Leave one of them out: the one that was run by mistake.',
    );
  const namesakes = [...Map.groupBy(shards, ({ plan }) => plan.runId).values()].find(
    ({ length }) => length > 1,
  );
  if (namesakes !== undefined)
    throw refused(
      `Found one run id for several shards: ${shown(namesakes)}; expected each shard to have its own.`,
      'One of them was copied and changed. Bring the folder of each shard as its machine wrote it.',
    );
  const missing = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !groups.has(index));
  if (missing.length > 0)
    throw refused(
      `Found ${shards.length} of ${total} shards (${shown(shards)}); missing: ${missing.join(', ')}.`,
      `Bring the missing run folder, or run it: npx tollgate run --shard ${missing[0]}/${total} (with the other options as before).`,
    );
}

function shown(shards: readonly NumberedShard[]): string {
  return shards.map(({ shard, plan }) => `${shard.index}/${shard.total} is ${plan.runId}`).join(', ');
}

function refuseForeign(first: RunPlan, other: RunPlan): void {
  const differing = [
    ...planChanges(withoutTheShard(first), withoutTheShard(other)),
    ...(isOtherAddress(first, other) ? ['target.url'] : []),
  ];
  if (differing.length === 0) return;
  throw refused(
    `Run ${other.runId} is not a shard of the same run as ${first.runId}: found another ${differing.slice(0, 6).join(', ')}; expected the same.`,
    'Run the shard again with the same version, project, suites, policy, target and options as the others.',
  );
}

/** What each shard may have of its own: when, where and under which name it ran, and which checks fell to it. */
function withoutTheShard(plan: RunPlan): RunPlan {
  const { conditions: _, proof: _proof, ...rest } = plan;
  return {
    ...rest,
    runId: '',
    createdAt: '',
    command: '',
    scope: { ...plan.scope, shard: null },
    target: { ...plan.target, url: '' },
    checks: plan.checks.map((check) =>
      isShared(check) ? { ...check, disposition: { kind: 'run' } } : check,
    ),
  };
}

/** Whether a check belongs to some shard, this one or another. */
function isShared({ disposition }: PlannedCheck): boolean {
  return disposition.kind === 'run' || disposition.inShard !== undefined;
}

/** Each machine starts a system of its own under some address of its own; two systems elsewhere are two systems. */
function isOtherAddress(first: RunPlan, other: RunPlan): boolean {
  const [left, right] = [first.target.url, other.target.url];
  return left !== right && ![left, right].every(isOnItsMachine);
}

function isOnItsMachine(url: string): boolean {
  if (url === '') return true;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

function ownedOnce(check: PlannedCheck, at: number, plans: readonly RunPlan[]): PlannedCheck {
  if (!isShared(check)) return check;
  const said = plans.map((plan, index) => {
    const disposition = plan.checks[at]?.disposition;
    return disposition?.kind === 'run' ? index + 1 : (disposition?.inShard ?? 0);
  });
  const owner = said[0] ?? 0;
  const isOwned = plans[owner - 1]?.checks[at]?.disposition.kind === 'run';
  if (isOwned && said.every((one) => one === owner)) return { ...check, disposition: { kind: 'run' } };
  throw refused(
    `Found check ${check.id} in the shards ${said.join(', ')} by what each of them says; expected each check in exactly one.`,
    'The shards were not divided from the same checks. Run them again with one version.',
  );
}

const wayOut = 'npx tollgate merge RUN… with one run folder or run id for each shard';

function refused(message: string, hint: string): HarnessFault {
  return new HarnessFault({ code: 'USAGE', message: `${message} Nothing was merged.`, hint });
}
