import type { ClockVerbs } from '../../../target/verbs/clock.ts';
import { clockAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';

export function clockVerbs(calls: SandboxCalls): ClockVerbs {
  return {
    advanceTo: async (date) => {
      await calls.post('clock.advance', '/v1/clock/advance', { to: date });
    },
    today: async () => (await calls.get('clock.read', '/v1/clock', clockAnswer)).today,
  };
}
