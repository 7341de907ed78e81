import { join } from 'node:path';
import type { HostedTarget } from '../hosts/host.ts';
import { hostNamed } from '../hosts/targets.ts';
import { linkLatest, writePlan } from '../journal/run-folder.ts';
import { instantFromMs } from '../model/date.ts';
import { HarnessFault } from '../model/fault.ts';
import { type Agent, silentAgent, startAgent } from './agent.ts';
import { executePhases, probe } from './execute-phases.ts';
import { guardTarget } from './guard.ts';
import { listChecks } from './list-checks.ts';
import { type Described, makePlan } from './make-plan.ts';
import type { RunRequest } from './request.ts';
import { sourceDigests } from './source-digests.ts';
import { toolEnvironment } from './tool-environment.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/**
 * One run from guard to last record: describe, list, plan, canary, phases, cleanup. Nothing is written to the target before
 * the plan is on disk and hashed. Answers the run folder, in which everything that judging needs stands.
 */
export async function run(request: RunRequest): Promise<string> {
  const workplace = await openWorkplace(request);
  const stop = () => void workplace.stopAll();
  request.signal.addEventListener('abort', stop);
  try {
    await runIn(workplace, request);
    await linkLatest(request.reportsDir, request.runId);
    return workplace.runDir;
  } finally {
    request.signal.removeEventListener('abort', stop);
    await workplace.close();
  }
}

async function runIn(workplace: Workplace, request: RunRequest): Promise<void> {
  request.watch.onStage('starting the target');
  const target = await reachTarget(workplace, request);
  const agent =
    target.fault === null ? startAgent(request, workplace, target.url) : silentAgent(target.fault);
  const described = await describe(agent, request);

  request.watch.onStage('listing checks');
  const listed = await listChecks({
    request,
    workplace,
    url: target.url,
    profile: described?.profile ?? null,
    capabilities: described?.capabilities ?? {},
  });
  const createdAt = instantFromMs(Date.now());
  const plan = makePlan({
    request,
    url: target.url,
    described,
    listed,
    digests: sourceDigests(request.places),
    createdAt,
  });
  const planDigest = await writePlan(workplace.runDir, plan);
  request.watch.onPlan(plan);

  await workplace.beginJournal();
  await workplace.record({ kind: 'run-started', runId: request.runId, planDigest });
  const goesOn = await askCanary(agent, workplace, request);
  if (goesOn) await executePhases({ plan, steps: listed.steps, workplace, agent, signal: request.signal });
  await Promise.all(listed.steps.map((step) => step.session?.close()));

  request.watch.onStage('cleaning up');
  await cleanUp(agent, workplace, request);
  await agent.close();
  await target.stop();
  await recordDefect(workplace, request);
  await workplace.record({ kind: 'run-finished', reason: endReason(goesOn, request.signal) });
}

interface ReachedTarget extends HostedTarget {
  /** Why it could not be started; null when it runs, or runs already. */
  readonly fault: HarnessFault | null;
}

/** A target that cannot be started is no reason to give no verdict: its run says so, phase by phase. */
async function reachTarget(workplace: Workplace, request: RunRequest): Promise<ReachedTarget> {
  const { place } = request.target;
  const nothing = async () => undefined;
  if (place.kind === 'address') return { url: place.url, stop: nothing, fault: null };
  try {
    const hosted = await hostNamed(place.host).start({
      dataDir: join(workplace.runDir, 'target'),
      start: workplace.start,
      env: toolEnvironment(process.env, {}),
      defect: place.defect,
    });
    return { ...hosted, fault: null };
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    return { url: '', stop: nothing, fault: error };
  }
}

async function describe(agent: Agent, request: RunRequest): Promise<Described | null> {
  const answer = await agent.ask('describe', null);
  if (answer.kind === 'answer') {
    const described = answer.value as Described;
    guardTarget({ name: request.target.name, environment: described.environment });
    return described;
  }
  if (answer.fault.code === 'TARGET_UNREACHABLE') return null;
  throw answer.fault;
}

/** Whether the phases make sense: not with a target that is silent or says yes to everything. */
async function askCanary(agent: Agent, workplace: Workplace, request: RunRequest): Promise<boolean> {
  const probed = await probe({ agent, workplace }, 'before the phases');
  if (!probed.answers) {
    const detail = `The target "${request.target.name}" does not answer. ${probed.detail}`;
    await workplace.record({ kind: 'canary', result: 'silent', detail });
    return false;
  }
  const answer = await agent.ask('canary', { runId: request.runId });
  if (answer.kind === 'fault') {
    await workplace.record({ kind: 'canary', result: 'silent', detail: answer.fault.message });
    return false;
  }
  const finding = answer.value as {
    readonly result: 'discriminates' | 'does-not-discriminate' | 'wrong';
    readonly detail: string;
  };
  await workplace.record({ kind: 'canary', ...finding });
  return finding.result !== 'does-not-discriminate';
}

async function cleanUp(agent: Agent, workplace: Workplace, request: RunRequest): Promise<void> {
  const answer = await agent.ask('cleanup', { runId: request.runId });
  if (answer.kind === 'fault') {
    await workplace.record({
      kind: 'cleanup',
      leftovers: ['unknown: the target could not be asked'],
      detail: answer.fault.message,
    });
    return;
  }
  const { removed, leftovers } = answer.value as {
    readonly removed: readonly string[];
    readonly leftovers: readonly string[];
  };
  const detail =
    removed.length === 0 ? 'nothing was left' : `removed what steps had left: ${removed.join(', ')}`;
  await workplace.record({ kind: 'cleanup', leftovers, detail });
}

/** Only now: while tools were running, nothing they could read named the defect. */
async function recordDefect(workplace: Workplace, request: RunRequest): Promise<void> {
  const { place } = request.target;
  if (place.kind === 'hosted' && place.defect !== null)
    await workplace.record({ kind: 'defect', name: place.defect });
}

function endReason(goesOn: boolean, signal: AbortSignal): 'completed' | 'interrupted' | 'canary' {
  if (signal.aborted) return 'interrupted';
  return goesOn ? 'completed' : 'canary';
}

/** Refuses what no host can do, before anything starts. */
export function refuseDefectElsewhere(target: RunRequest['target'], defect: string | null): void {
  if (defect === null || target.place.kind === 'hosted') return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --defect ${defect} with target "${target.name}"; expected the built-in sandbox, the only system that can be given a defect.`,
    hint: 'Leave out --defect, or choose the sandbox with --target sandbox.',
  });
}
