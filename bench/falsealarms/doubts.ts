import type { Loaded, ProvableCheck } from '../../src/prove/messages.ts';

export interface Asked {
  readonly seeds: number;
  readonly runs: number;
}

/** The checks that draw what they play. */
export function drawingChecks({ checks }: Loaded): readonly ProvableCheck[] {
  return checks.filter(({ tags, leftOut }) => tags.includes('@generated') && leftOut === null);
}

/** Why silence would mean nothing, whatever is played: something is not there that should have spoken. */
export function doubts(loaded: Loaded, { seeds, runs }: Asked): readonly string[] {
  const left = loaded.checks.filter(({ tags, leftOut }) => tags.includes('@generated') && leftOut !== null);
  return [
    ...loaded.faults.map((fault) => `not loaded: ${fault}`),
    ...left.map(({ id, leftOut }) => `${id} is left out: ${leftOut}`),
    ...(drawingChecks(loaded).length === 0 ? ['found no check that draws what it plays.'] : []),
    ...(Number.isInteger(seeds) && seeds > 0
      ? []
      : [`found ${seeds} seeds, expected a whole number from 1 on.`]),
    ...(Number.isInteger(runs) && runs >= 0
      ? []
      : [`found ${runs} runs over HTTP, expected a whole number.`]),
  ];
}
