import { type Crew, openCrew } from './crew.ts';
import { type HealthyPass, healthyPass } from './healthy-pass.ts';
import type { KnownDefect } from './known-defects.ts';
import type { PlayedCheck, ProvableCheck } from './messages.ts';
import { isLikely, isReached } from './order-checks.ts';
import { inTurns, type ProveRequest } from './prove.ts';
import { residentSetup } from './resident-setup.ts';

/** What came of one check. */
export interface RedCheck {
  readonly check: ProvableCheck;
  /** The first that turned it red; null when none did. */
  readonly by: Red | null;
}

export interface TurnRedRequest extends Omit<ProveRequest, 'watch'> {
  /** Ids of the checks. */
  readonly wanted: readonly string[];
  /** Names of the defects that change nearly every bill: a check that only these turn red sees little. */
  readonly coarse: ReadonlySet<string>;
  readonly watch: {
    onStage(text: string): void;
    onDefect(defect: KnownDefect, red: number, all: number): void;
  };
}

export type TurnedRed =
  | {
      readonly kind: 'played';
      readonly checks: readonly RedCheck[];
      /** Ids of which there is no check that can be played here, with the reason. */
      readonly absent: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'refused'; readonly what: string; readonly faults: readonly string[] };

/** Of each check, the first defect that turns it red. Each must be green on a sound sandbox, or its red says nothing. */
export async function turnRed(request: TurnRedRequest): Promise<TurnedRed> {
  const { watch, workers, seed, wanted, defects } = request;
  watch.onStage('loading suites and steps');
  const crew = await openCrew({ workers, setup: residentSetup(request) });
  try {
    const { checks: found, faults } = crew.loaded;
    if (faults.length > 0) return { kind: 'refused', what: 'The suites cannot be listed whole', faults };
    const known = new Map(found.map((check) => [check.id, check]));
    const here = wanted.flatMap((id) => known.get(id) ?? []);
    const checks = here.filter(({ leftOut }) => leftOut === null);
    watch.onStage(`playing ${checks.length} checks without a defect`);
    const { wrong, footprints } = await healthyPass(crew, { checks, workers, seed });
    if (wrong.length > 0)
      return { kind: 'refused', what: 'Checks fail without a defect, and so catch none', faults: wrong };
    watch.onStage(`playing ${checks.length} checks, against ${defects.length} defects`);
    const reds = await redsOf(crew, { checks, footprints }, request);
    const results = checks.map((check) => ({ check, by: reds.get(check.id) ?? null }));
    const absent = wanted
      .filter((id) => known.get(id)?.leftOut !== null)
      .map((id) => [id, known.get(id)?.leftOut ?? 'no suite or feature here has it'] as const);
    return { kind: 'played', checks: results, absent: new Map(absent) };
  } finally {
    await crew.close();
  }
}

interface Red {
  readonly defect: KnownDefect;
  readonly detail: string;
}

type Suits = (check: ProvableCheck, defect: KnownDefect) => boolean;

/**
 * One defect after the other, on those that are not red yet: first on the checks that call what it replaces and look at what it is
 * about, then on the others that call it. Defects that change nearly every bill come last.
 */
async function redsOf(
  crew: Crew,
  { checks, footprints }: Pick<HealthyPass, 'footprints'> & { readonly checks: readonly ProvableCheck[] },
  request: TurnRedRequest,
): Promise<ReadonlyMap<string, Red>> {
  const reds = new Map<string, Red>();
  const reaches: Suits = ({ id }, defect) => isReached(defect, footprints.get(id));
  const { defects, coarse } = request;
  const fine = defects.filter(({ name }) => !coarse.has(name));
  const rounds: readonly (readonly [readonly KnownDefect[], Suits])[] = [
    [fine, (check, defect) => reaches(check, defect) && isLikely(check, defect)],
    [fine, (check, defect) => reaches(check, defect) && !isLikely(check, defect)],
    [defects.filter(({ name }) => coarse.has(name)), reaches],
  ];
  for (const [round, suits] of rounds)
    await inTurns(round, request.workers, async (defect) => {
      const open = checks.filter((check) => !reds.has(check.id) && suits(check, defect));
      for (const { id, detail } of await findings(crew, open, { defect, seed: request.seed }))
        if (!reds.has(id)) reds.set(id, { defect, detail });
      request.watch.onDefect(defect, reds.size, checks.length);
    });
  return reds;
}

/** A silence or a broken check is no red: it says nothing of the amounts that the check looks at. */
async function findings(
  crew: Crew,
  open: readonly ProvableCheck[],
  { defect, seed }: { readonly defect: KnownDefect; readonly seed: number },
): Promise<readonly PlayedCheck[]> {
  if (open.length === 0) return [];
  const ids = open.map(({ id }) => id);
  const { checks, lost } = await crew.play({ defect: defect.name, seed, checks: ids, until: 'end' });
  const found = checks.filter(({ kind }) => kind === 'finding');
  const next = lost === null ? open.length : open.findIndex(({ id }) => id === lost.during) + 1;
  // The check that a worker was lost with is left aside; without it the others go on.
  if (next === 0 || next >= open.length) return found;
  return [...found, ...(await findings(crew, open.slice(next), { defect, seed }))];
}
