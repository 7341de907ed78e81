import type { Agent } from './reaching/agent.ts';
import { askToClean } from './reaching/ask-to-clean.ts';
import type { Prober } from './reaching/prober.ts';
import type { RunRequest } from './request.ts';
import type { Workplace } from './workplace.ts';

export interface StageContext {
  readonly agent: Agent;
  readonly workplace: Workplace;
  readonly request: RunRequest;
  readonly prober: Prober;
}

/** Whether the phases make sense: not with a target that is silent or says yes to everything. */
export async function askCanary({ agent, workplace, request, prober }: StageContext): Promise<boolean> {
  const probed = await prober.ask('before the phases');
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

export interface CleanUpRequest extends Omit<StageContext, 'prober'> {
  /** Whether checks ran, so that worlds of theirs may stand if the target cannot be asked. */
  readonly hasRun: boolean;
  readonly withinMs?: number;
}

/** Removes what the run made and reads back that it is gone. */
export async function cleanUp({
  agent,
  workplace,
  request,
  hasRun,
  withinMs,
}: CleanUpRequest): Promise<void> {
  const { fault, leftovers, detail } = await askToClean(agent, request.runId, withinMs);
  if (fault === null) await workplace.record({ kind: 'cleanup', leftovers, detail });
  else
    await workplace.record({
      kind: 'cleanup',
      leftovers: hasRun ? leftovers : [],
      detail,
      wasAsked: false,
    });
}
