import type { LoadVerbs } from '../../../target/verbs/load.ts';
import { countAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { sandboxLoadRecipe } from '../load-recipe.ts';

export function loadVerbs(calls: SandboxCalls): LoadVerbs {
  return {
    loadRecipe: async (operation) => sandboxLoadRecipe(operation, calls.world),
    requestCount: async (operation) => {
      const path = `/v1/request-log?operation=${operation}`;
      return (await calls.get('request-log.read', path, countAnswer)).count;
    },
  };
}
