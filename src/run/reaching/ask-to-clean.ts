import type { HarnessFault } from '../../model/fault.ts';
import type { Agent } from './agent.ts';

export interface CleanedUp {
  /** What is left in the target; says so where that is not known. */
  readonly leftovers: readonly string[];
  readonly detail: string;
  /** Why the target could not be asked; null when it was. */
  readonly fault: HarnessFault | null;
}

/**
 * Asks the target to remove what one run made there, and to read back what is left. Only that run's id is named: what another
 * run made stays.
 */
export async function askToClean(agent: Agent, runId: string, withinMs?: number): Promise<CleanedUp> {
  const answer = await agent.ask('cleanup', { runId }, withinMs);
  if (answer.kind === 'fault') {
    const { fault } = answer;
    return { leftovers: ['unknown: the target could not be asked'], detail: fault.message, fault };
  }
  const { removed, leftovers } = answer.value as {
    readonly removed: readonly string[];
    readonly leftovers: readonly string[];
  };
  const detail = removed.length === 0 ? 'nothing was left' : `removed what was left: ${removed.join(', ')}`;
  return { leftovers, detail, fault: null };
}
