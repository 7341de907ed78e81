import { openCrew } from './crew.ts';
import { healthyPass } from './healthy-pass.ts';
import type { KnownDefect } from './known-defects.ts';
import type { ProvableCheck } from './messages.ts';
import { orderDefects } from './order-checks.ts';
import { inTurns, type ProveRequest } from './prove.ts';
import { residentSetup } from './resident-setup.ts';

/** One check against defect after defect. */
export interface RedCheck {
  readonly check: ProvableCheck;
  /** The first that turned it red; null when none did. */
  readonly by: { readonly defect: KnownDefect; readonly detail: string } | null;
  /** How many it was played against. */
  readonly tried: number;
}

export interface TurnRedRequest extends Omit<ProveRequest, 'watch'> {
  /** Ids of the checks. */
  readonly wanted: readonly string[];
  /** Names of the defects that change nearly every bill: a check that only these turn red sees little. */
  readonly coarse: ReadonlySet<string>;
  readonly watch: {
    onStage(text: string): void;
    onCheck(result: RedCheck, done: number, all: number): void;
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
    const { wrong } = await healthyPass(crew, { checks, workers, seed });
    if (wrong.length > 0)
      return { kind: 'refused', what: 'Checks fail without a defect, and so catch none', faults: wrong };
    watch.onStage(`playing ${checks.length} checks, each against up to ${defects.length} defects`);
    let done = 0;
    const results = await inTurns(checks, workers, async (check) => {
      const result = await firstRed(crew, check, request);
      done += 1;
      watch.onCheck(result, done, checks.length);
      return result;
    });
    const absent = wanted
      .filter((id) => known.get(id)?.leftOut !== null)
      .map((id) => [id, known.get(id)?.leftOut ?? 'no suite or feature here has it'] as const);
    return { kind: 'played', checks: results, absent: new Map(absent) };
  } finally {
    await crew.close();
  }
}

/** A silence or a broken check is no red: it says nothing of the amounts that the check looks at. */
async function firstRed(
  crew: Awaited<ReturnType<typeof openCrew>>,
  check: ProvableCheck,
  request: TurnRedRequest,
): Promise<RedCheck> {
  let tried = 0;
  for (const defect of orderDefects(check, request)) {
    tried += 1;
    const { seed } = request;
    const { checks } = await crew.play({ defect: defect.name, seed, checks: [check.id], until: 'end' });
    const finding = checks.find(({ kind }) => kind === 'finding');
    if (finding !== undefined) return { check, by: { defect, detail: finding.detail }, tried };
  }
  return { check, by: null, tried };
}
