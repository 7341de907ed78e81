import type { CatalogVerbs } from '../../../target/verbs/catalog.ts';
import type { WorldState } from '../world-state.ts';

export function catalogVerbs({ clock, prices }: WorldState): CatalogVerbs {
  return {
    publish: async (version) => {
      await clock.takeTurn();
      await prices.publish(version);
    },
  };
}
