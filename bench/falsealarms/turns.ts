import type { ProvableCheck } from '../../src/prove/messages.ts';

/**
 * Checks of one group differ in a currency or a calendar only, and draw everything else. They take turns: with each seed one of
 * a group draws, with a seed of the next turn another. A check that stands alone draws with every seed.
 */
export function checksOfTurn(checks: readonly ProvableCheck[], turn: number): readonly ProvableCheck[] {
  const groups = Map.groupBy(checks, ({ file, titlePath }) => [file, ...titlePath.slice(0, -1)].join(' › '));
  return [...groups.values()].flatMap((group) => group.slice(turn % group.length, (turn % group.length) + 1));
}
