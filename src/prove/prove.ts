import type { PhaseName } from '../model/observing/phase.ts';
import type { Places } from '../run/phases/phase.ts';
import { type Crew, openCrew } from './crew.ts';
import { type Footprint, healthyPass } from './healthy-pass.ts';
import type { KnownDefect } from './known-defects.ts';
import type { LastCatches } from './last-catches.ts';
import { likenessOf } from './likeness.ts';
import type { ProvableCheck } from './messages.ts';
import { orderChecks } from './order-checks.ts';
import { proveOverHttp } from './over-http.ts';
import { proveDefect } from './prove-defect.ts';
import { residentSetup } from './resident-setup.ts';
import type { DefectResult } from './result.ts';

export interface ProveRequest {
  readonly places: Places;
  readonly defects: readonly KnownDefect[];
  readonly defectsDir: string | null;
  /** Empty is all of them. */
  readonly phases: readonly PhaseName[];
  readonly seed: number;
  readonly chromium: string | null;
  readonly workers: number;
  readonly lastCatches: LastCatches;
  readonly watch: ProveWatcher;
}

/** Sees what happens; nothing flows back. */
export interface ProveWatcher {
  onStage(text: string): void;
  onDefect(result: DefectResult, done: number, all: number): void;
}

/** What was played in memory; or why nothing could be proven. */
export type MemoryProof = PlayedProof | RefusedProof;

interface RefusedProof {
  readonly kind: 'refused';
  readonly what: string;
  readonly faults: readonly string[];
}

interface PlayedProof {
  readonly kind: 'played';
  readonly checks: readonly ProvableCheck[];
  readonly results: readonly DefectResult[];
}

/** Suites against defects in memory: each defect until the first check detects it, in the order in which the defects come. */
export async function proveInMemory(request: ProveRequest): Promise<MemoryProof> {
  const { watch, workers, seed } = request;
  watch.onStage('loading suites and steps');
  const crew = await openCrew({ workers, setup: residentSetup(request) });
  try {
    const { checks: found, faults } = crew.loaded;
    if (faults.length > 0) return { kind: 'refused', what: 'The suites cannot be listed whole', faults };
    const checks = found.filter(({ leftOut }) => leftOut === null);
    watch.onStage(`playing ${checks.length} checks without a defect`);
    const healthy = await healthyPass(crew, { checks, workers, seed });
    if (healthy.wrong.length > 0)
      return {
        kind: 'refused',
        what: 'Checks fail without a defect, and so catch none',
        faults: healthy.wrong,
      };
    const results = await proveEach(request, crew, { checks, footprints: healthy.footprints });
    return { kind: 'played', checks: found, results };
  } finally {
    await crew.close();
  }
}

interface Healthy {
  readonly checks: readonly ProvableCheck[];
  readonly footprints: ReadonlyMap<string, Footprint>;
}

/**
 * The crew plays as many at a time as it has workers. What only load may show goes by every check that comes there: begun last, it
 * would keep one worker while the others had nothing left to do.
 */
async function proveEach(
  request: ProveRequest,
  crew: Crew,
  { checks, footprints }: Healthy,
): Promise<readonly DefectResult[]> {
  const { defects, lastCatches, seed, watch } = request;
  const likeness = likenessOf(checks);
  let done = 0;
  const longestFirst = defects.toSorted((left, right) => Number(isOfLoad(right)) - Number(isOfLoad(left)));
  const results = await inTurns(longestFirst, request.workers, async (defect) => {
    const lastCatch = lastCatches.get(defect.name) ?? null;
    const result = await proveDefect({
      crew,
      defect,
      seed,
      checks: orderChecks({ checks, footprints, defect, lastCatch, likeness }),
      overHttp: async ({ name }, check) => {
        const scope = { kind: 'checks', ids: [check.id] } as const;
        const ending = await proveOverHttp({ ...request, defect: name, scope });
        return ending.kind === 'missed' ? null : ending;
      },
    });
    done += 1;
    watch.onDefect(result, done, defects.length);
    return result;
  });
  const place = new Map(defects.map((defect, index) => [defect, index]));
  return results.toSorted((left, right) => (place.get(left.defect) ?? 0) - (place.get(right.defect) ?? 0));
}

function isOfLoad({ stage }: KnownDefect): boolean {
  return stage === 'performance';
}

/** At most so many at a time; the answers are in the order of what was asked. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const todo = [...items.entries()];
  const workOff = async () => {
    for (let next = todo.shift(); next !== undefined; next = todo.shift())
      results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: atATime }, workOff));
  return results;
}
