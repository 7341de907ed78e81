import type { ClockVerbs } from '../../../target/verbs/clock.ts';
import type { WorldState } from '../world-state.ts';

export function clockVerbs({ clock }: WorldState): ClockVerbs {
  return {
    advanceTo: (date) => clock.advanceTo(date),
    today: async () => {
      await clock.takeTurn();
      return clock.read();
    },
  };
}
