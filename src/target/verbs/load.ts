import type { LoadOperation, LoadRecipe, SteadyOperation } from '../load-recipe.ts';

export interface LoadVerbs {
  /** How a load generator performs the operation itself; it knows no target and plays this. */
  loadRecipe(operation: LoadOperation): Promise<LoadRecipe>;
  /** How many requests the target itself has seen per load operation, by its own log. */
  requestCount(operation: SteadyOperation): Promise<number>;
}
