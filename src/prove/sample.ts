import { sha256 } from '../journal/safe-file.ts';
import type { ProvableCheck } from './messages.ts';
import { proveOverHttp } from './over-http.ts';
import { inTurns, type ProveRequest } from './prove.ts';
import type { DefectResult, Ending } from './result.ts';

/** A defect that was caught in memory, proven again over HTTP with the check that caught it. */
export interface SampledDefect {
  readonly defect: string;
  readonly check: string;
  readonly ending: Ending;
}

export interface Sample {
  readonly defects: readonly SampledDefect[];
  /** How the same checks ended on a sandbox without a defect; `missed` is as it should be. */
  readonly sound: Ending;
}

/** Of each family one defect, drawn by the seed. Checks of a project's own features stay in memory: they stand elsewhere. */
export async function proveSample(
  request: ProveRequest,
  proven: { readonly results: readonly DefectResult[]; readonly checks: readonly ProvableCheck[] },
): Promise<Sample> {
  const drawn = draw(proven.results.filter(isShipped(request, proven.checks)), request.seed);
  if (drawn.length === 0) return { defects: [], sound: { kind: 'missed' } };
  request.watch.onStage(`over HTTP: ${drawn.length} defects, one of each family`);
  const ids = [...new Set(drawn.map(({ check }) => check))];
  const scopeOf = (checks: readonly string[]) => ({ kind: 'checks', ids: checks }) as const;
  let sound: Ending = { kind: 'missed' };
  const defects = await inTurns([null, ...drawn], request.workers, async (one) => {
    if (one === null) {
      sound = await proveOverHttp({ ...request, defect: null, scope: scopeOf(ids) });
      return [];
    }
    const ending = await proveOverHttp({ ...request, defect: one.defect, scope: scopeOf([one.check]) });
    return [{ ...one, ending }];
  });
  return { defects: defects.flat(), sound };
}

/** Whether memory and HTTP say the same of each. */
export function agrees({ defects, sound }: Sample): boolean {
  return sound.kind === 'missed' && defects.every(({ ending }) => ending.kind === 'caught');
}

function isShipped(
  { places }: ProveRequest,
  checks: readonly ProvableCheck[],
): (result: DefectResult) => boolean {
  const files = new Map(checks.map(({ id, file }) => [id, file]));
  const isOwn = (file: string) => places.projectDir !== places.packageDir && file.startsWith('features/');
  return ({ ending }) =>
    ending.kind === 'caught' &&
    ending.by.way === 'memory' &&
    ending.by.furtherSeed === null &&
    !isOwn(files.get(ending.by.check) ?? '');
}

function draw(results: readonly DefectResult[], seed: number): readonly Omit<SampledDefect, 'ending'>[] {
  const lot = ({ defect }: DefectResult) => sha256(`${seed}/${defect.name}`);
  const families = Map.groupBy(
    results.toSorted((left, right) => (lot(left) < lot(right) ? -1 : 1)),
    ({ defect }) => defect.family,
  );
  return [...families.values()].flatMap(([first]) =>
    first?.ending.kind === 'caught' ? [{ defect: first.defect.name, check: first.ending.by.check }] : [],
  );
}
