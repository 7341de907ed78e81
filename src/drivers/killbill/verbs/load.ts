import type { TargetAddress } from '../../../target/driver.ts';
import type { LoadVerbs } from '../../../target/verbs/load.ts';
import { killBillLoadRecipe } from '../load-recipe.ts';
import type { Tenant } from '../tenant.ts';
import type { WorldState } from '../world-state.ts';

/** Kill Bill keeps no count of requests by operation. */
export function loadVerbs(
  { clock }: WorldState,
  of: { readonly address: TargetAddress; readonly tenant: Tenant },
): Pick<LoadVerbs, 'loadRecipe'> {
  return {
    loadRecipe: async (operation) => {
      if (operation === 'clock.advance') clock.lend();
      return killBillLoadRecipe(operation, of);
    },
  };
}
