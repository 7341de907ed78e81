import type { Halt } from '../halt.ts';
import type { Agent } from '../reaching/agent.ts';

/** Ends the run where the target itself turns out to lead to production, whatever it was being asked. */
export function guardedAgent(agent: Agent, halt: Halt): Agent {
  return {
    ask: async (name, value, withinMs) => {
      const answer = await agent.ask(name, value, withinMs);
      if (answer.kind === 'fault' && answer.fault.code === 'GUARD_REFUSED') halt.stop({ kind: 'guard' });
      return answer;
    },
    close: agent.close,
  };
}
