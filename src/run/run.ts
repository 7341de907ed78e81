import { hostNamed } from '../hosts/targets.ts';
import { findProof } from '../journal/proof-folder.ts';
import { linkLatest, writePlan } from '../journal/run-folder.ts';
import { instantFromMs } from '../model/date.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import { HarnessFault } from '../model/fault.ts';
import { type Todo, todoOf, wholeTodo } from './cut-run.ts';
import { executePhases } from './execute-phases.ts';
import { askCanary, cleanUp } from './first-and-last.ts';
import { guardRun } from './guard/guard.ts';
import { guardedAgent } from './guard/guarded-agent.ts';
import { type Halt, openHalt } from './halt.ts';
import { removeHandOver } from './hand-over-folder.ts';
import { refuseChangedPlan, refuseChangedRequest, refuseChangedTools } from './planning/changed-plan.ts';
import { conditionsOf } from './planning/conditions.ts';
import { type ListedPhases, listChecks } from './planning/list-checks.ts';
import { makePlan } from './planning/make-plan.ts';
import { requestedPlan } from './planning/requested-plan.ts';
import { proofDigests, sourceDigests } from './planning/source-digests.ts';
import { type Agent, silentAgent, startAgent } from './reaching/agent.ts';
import { watchWrites } from './reaching/open-writes.ts';
import { paceFor } from './reaching/pace.ts';
import { openProber } from './reaching/prober.ts';
import { describe, reachTarget } from './reaching/reach-target.ts';
import type { RunRequest } from './request.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/**
 * One run from guard to last record: describe, list, plan, canary, phases, cleanup; or the rest of one that was cut. Nothing
 * is written to the target before the plan is on disk and hashed. Answers the run folder, in which all that judging needs
 * stands.
 */
export async function run(request: RunRequest): Promise<string> {
  await guardRun(request);
  const halt = openHalt();
  const workplace = await openWorkplace(request, halt);
  const interrupt = () => halt.stop({ kind: 'interrupted' });
  if (request.signal.aborted) interrupt();
  request.signal.addEventListener('abort', interrupt);
  try {
    await runIn(workplace, request, halt);
    return workplace.runDir;
  } finally {
    request.signal.removeEventListener('abort', interrupt);
    await workplace.close();
  }
}

async function runIn(workplace: Workplace, request: RunRequest, halt: Halt): Promise<void> {
  const digests = sourceDigests(request);
  if (request.cut !== null)
    refuseChangedRequest(request.cut.plan, workplace.masker.value(requestedPlan(request, digests)));
  request.watch.onStage('starting the target');
  const target = await reachTarget(workplace, request);
  const reached =
    target.fault === null ? startAgent(request, workplace, target.url) : silentAgent(target.fault);
  const planned = await planRun(request, { workplace, agent: reached, url: target.url, digests });
  const agent = guardedAgent(reached, halt);
  const prober = openProber(agent, workplace);
  const writes = watchWrites(
    workplace,
    (request.cut?.lines ?? []).map(({ record }) => record),
  );
  const stage = { agent, workplace, request, prober };

  await begin(workplace, request, planned);
  await writes.settle(agent);
  const goesOn = halt.reason === null && (await askCanary(stage));
  if (goesOn) await executePhases({ ...planned, workplace, agent, prober, writes, halt });
  await Promise.all(planned.listed.steps.map((step) => step.session?.close()));

  request.watch.onStage('cleaning up');
  if (halt.reason !== null && !writes.hasAny)
    await workplace.record({ kind: 'cleanup', leftovers: [], detail: 'nothing was written to the target' });
  else await cleanUp({ ...stage, hasRun: goesOn, ...(halt.reason !== null && { withinMs: hurriedMs }) });
  await agent.close();
  await target.stop();
  await workplace.endTools();
  await recordDefect(workplace, request);
  if (request.secrets.length > 0) await workplace.record({ kind: 'masked', ...workplace.masker.counted() });
  await workplace.record({ kind: 'run-finished', reason: endReason(goesOn, halt) });
  await removeHandOver(request.reportsDir, request.runId);
}

/** How long the target may take to clean up after somebody asked the run to end. */
const hurriedMs = 1_500;

interface Planned {
  readonly plan: RunPlan;
  readonly planDigest: string;
  readonly listed: ListedPhases;
  readonly todo: Todo;
}

interface Reached {
  readonly workplace: Workplace;
  readonly agent: Agent;
  readonly url: string;
  /** Of the sources, before any of them was loaded. */
  readonly digests: RunPlan['digests'];
}

async function planRun(request: RunRequest, { workplace, agent, url, digests }: Reached): Promise<Planned> {
  const { cut } = request;
  const described = await describe(agent, request);
  if (cut !== null && described === null) throw silentOnResume(request);
  if (described?.clock === 'per-server') await workplace.holdClock(url);
  request.watch.onStage('listing checks');
  const listed = await listChecks({
    request,
    workplace,
    url,
    anew: cut === null ? new Set() : todoOf(cut).anew,
    profile: described?.profile ?? null,
    capabilities: described?.capabilities ?? {},
    pace: paceFor(described),
  });
  const createdAt = instantFromMs(Date.now());
  const { proof, refused } = await findProof({
    ...request,
    digests: () => proofDigests(request.places),
  });
  const conditions = [...conditionsOf(process.env), ...refused];
  const plan = workplace.masker.value(
    makePlan({ request, url, described, listed, digests, createdAt, conditions, proof }),
  );
  if (cut === null) {
    const planDigest = await writePlan(workplace.runDir, plan);
    return { plan, planDigest, listed, todo: wholeTodo(plan) };
  }
  refuseChangedPlan(cut.plan, plan, request.target.place.kind);
  refuseChangedTools(cut, listed.steps);
  return { plan: cut.plan, planDigest: cut.planDigest, listed, todo: todoOf(cut) };
}

async function begin(workplace: Workplace, request: RunRequest, planned: Planned): Promise<void> {
  const { cut, runId } = request;
  request.watch.onPlan(planned.plan);
  const torn = await workplace.beginJournal();
  await linkLatest(request.reportsDir, runId);
  if (cut === null || cut.lines.length === 0)
    await workplace.record({ kind: 'run-started', runId, planDigest: planned.planDigest });
  if (cut !== null) await workplace.record({ kind: 'run-resumed', part: cut.part, torn, reaped: cut.reaped });
}

/** Only now: while tools were running, nothing they could read named the defect. */
async function recordDefect(workplace: Workplace, request: RunRequest): Promise<void> {
  const { place } = request.target;
  if (place.kind === 'hosted' && place.defect !== null)
    await workplace.record({ kind: 'defect', name: place.defect.name });
}

function endReason(goesOn: boolean, halt: Halt): 'completed' | 'interrupted' | 'canary' | 'guard' {
  switch (halt.reason?.kind) {
    case 'interrupted':
      return 'interrupted';
    case 'guard':
      return 'guard';
    case 'lost':
      throw halt.reason.fault;
    case undefined:
      return goesOn ? 'completed' : 'canary';
  }
}

function silentOnResume({ runId, target }: RunRequest): HarnessFault {
  return new HarnessFault({
    code: 'TARGET_UNREACHABLE',
    message: `Run ${runId} was not taken up again: the target "${target.name}" does not answer.`,
    hint: 'Nothing was changed. Take it up again when the target answers.',
  });
}

/** Refuses what no host can do, before anything starts. */
export function refuseDefectElsewhere(target: RunRequest['target'], defect: string | null): void {
  const { place } = target;
  if (defect === null || (place.kind === 'hosted' && hostNamed(place.host).takesDefects)) return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --defect ${defect} with target "${target.name}"; expected the built-in sandbox, the only system that can be given a defect.`,
    hint: 'Leave out --defect, or choose the sandbox with --target sandbox.',
  });
}
