import type { Crew } from './crew.ts';
import type { PlayedCheck, ProvableCheck } from './messages.ts';

/** What a sound sandbox says. */
export interface HealthyPass {
  /** Every check that did not pass, with what it said: as long as there is one, no defect is caught by anything. */
  readonly wrong: readonly string[];
  readonly footprints: ReadonlyMap<string, Footprint>;
}

/** What a check does on a sound sandbox. */
export interface Footprint {
  readonly durationMs: number;
  /** Names of the engine's entries that it calls: with a defect in another's place it does the same as without. */
  readonly reached: ReadonlySet<string>;
}

/** Plays all checks without a defect, shared out among the workers. */
export async function healthyPass(
  crew: Crew,
  {
    checks,
    workers,
    seed,
  }: { readonly checks: readonly ProvableCheck[]; readonly workers: number; readonly seed: number },
): Promise<HealthyPass> {
  const shares = Array.from({ length: workers }, (_, share) =>
    checks.filter((_check, index) => index % workers === share).map(({ id }) => id),
  );
  const played = await Promise.all(
    shares.map((ids) => crew.play({ defect: null, seed, checks: ids, until: 'end' })),
  );
  const results = new Map(played.flatMap((one) => one.checks).map((check) => [check.id, check]));
  return {
    wrong: checks.flatMap((check) => wrongOf(check, results.get(check.id), played)),
    footprints: new Map(
      [...results].map(([id, { durationMs, reached = [] }]) => [
        id,
        { durationMs, reached: new Set(reached) },
      ]),
    ),
  };
}

function wrongOf(
  { titlePath, phase }: ProvableCheck,
  played: PlayedCheck | undefined,
  all: readonly Awaited<ReturnType<Crew['play']>>[],
): readonly string[] {
  if (played?.kind === 'passed') return [];
  const lost = all.find((one) => one.lost !== null)?.lost?.how ?? 'it was not played';
  return [`${phase}: ${titlePath.join(' › ')}: ${played?.detail ?? lost}`];
}
