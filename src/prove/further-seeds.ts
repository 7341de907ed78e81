import type { Crew, LostWorker } from './crew.ts';
import type { KnownDefect } from './known-defects.ts';
import type { PlayedCheck, ProvableCheck } from './messages.ts';
import { type BrokenCheck, caughtInMemory, type Ending } from './result.ts';

/** A defect that every check let through, and what may still find it. */
export interface FurtherSeeds {
  readonly crew: Crew;
  readonly defect: KnownDefect;
  /** Those that come to the defect; of these the ones that draw what they play are tried again. */
  readonly checks: readonly ProvableCheck[];
  /** The seed that all checks were played with. */
  readonly seed: number;
}

/** Each costs half a minute where all of them come to the defect, and what a proof misses is to be told soon. */
const furtherSeeds = 4;
const seeds = 2 ** 32;

/**
 * Plays the checks that draw what they play with one seed after the other, as runs with other seeds would: their silence with
 * one seed says little of a rare combination. A finding counts only where the same check passes with that seed and no defect.
 */
export async function tryFurtherSeeds(
  { crew, defect, checks, seed }: FurtherSeeds,
  broken: BrokenCheck[],
): Promise<Ending> {
  // What only load shows no seed shows: the performance phase is its turn.
  if (defect.stage === 'performance') return { kind: 'missed' };
  const drawing = checks.filter(({ tags }) => tags.includes('@generated'));
  if (drawing.length === 0) return { kind: 'missed' };
  const ids = drawing.map(({ id }) => id);
  for (let place = 1; place <= furtherSeeds; place += 1) {
    const further = (seed + place) % seeds;
    const { checks: played, lost } = await crew.play({
      defect: defect.name,
      seed: further,
      checks: ids,
      until: 'first-detection',
    });
    broken.push(...withoutResult(played, lost, further));
    const found = played.find(({ kind }) => kind === 'finding');
    const check = drawing.find(({ id }) => id === found?.id);
    if (found === undefined || check === undefined) continue;
    const sound = await crew.play({ defect: null, seed: further, checks: [check.id], until: 'end' });
    if (sound.checks[0]?.kind === 'passed') return caughtInMemory(check, found.detail, further);
    const title = check.titlePath.join(' › ');
    return { kind: 'unproven', why: `With seed ${further} a check fails without a defect, too: ${title}` };
  }
  return { kind: 'missed' };
}

/** What neither passed nor found anything ends the play of its seed, or is passed over; it is told, and counts for nothing. */
function withoutResult(
  played: readonly PlayedCheck[],
  lost: LostWorker | null,
  seed: number,
): readonly BrokenCheck[] {
  const open = played.filter(({ kind }) => kind === 'broken' || kind === 'silent');
  return [
    ...open.map(({ id, detail }) => ({ check: id, detail: `With seed ${seed}: ${detail}` })),
    ...(lost === null ? [] : [{ check: lost.during ?? 'none', detail: `With seed ${seed}: ${lost.how}` }]),
  ];
}
