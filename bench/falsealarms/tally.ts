import type { Counts, ExploredSeed } from '../../src/prove/messages.ts';

/** What many seeds came to. */
export interface SeedTally {
  readonly seeds: number;
  /** Seeds of which a check did not pass, with the first of them in words. */
  readonly findings: readonly string[];
  readonly digests: number;
  readonly counts: Readonly<Record<string, Counts>>;
}

export function tallySeeds(explored: readonly ExploredSeed[], titleOf: (id: string) => string): SeedTally {
  const kinds = Object.keys(explored[0]?.counts ?? {});
  return {
    seeds: explored.length,
    findings: explored.flatMap(({ seed, notPassed }) =>
      notPassed.map(
        ({ id, kind, detail }) => `seed ${seed}: ${titleOf(id)}: ${kind}: ${detail.slice(0, 300)}`,
      ),
    ),
    digests: new Set(explored.map(({ digest }) => digest)).size,
    counts: Object.fromEntries(
      kinds.map((kind) => [kind, sum(explored.map(({ counts }) => counts[kind] ?? {}))]),
    ),
  };
}

/** Names that never came; a seed that drew none of a kind leaves it at 0. */
export function neverDrawn({ counts }: SeedTally): readonly string[] {
  return Object.values(counts).flatMap((kind) =>
    Object.entries(kind).flatMap(([name, count]) => (count === 0 ? [name] : [])),
  );
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  return total;
}
