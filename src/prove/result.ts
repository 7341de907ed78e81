import type { PhaseName } from '../model/observing/phase.ts';
import type { KnownDefect } from './known-defects.ts';
import type { ProvableCheck } from './messages.ts';

/** What would have stopped a defect from going live. */
export interface Catch {
  readonly phase: PhaseName;
  readonly check: string;
  readonly title: string;
  /** memory: in the worker's own process; http: a sandbox in a process of its own, by its address, with `tollgate run`. */
  readonly way: 'memory' | 'http';
  /** With the proof's own seed every check was silent, with this one it was not; null where the own one was enough. */
  readonly furtherSeed: number | null;
  /** What the check said, shortened. */
  readonly detail: string;
}

/** A check that came to no result with this defect. It neither caught nor cleared it. */
export interface BrokenCheck {
  readonly check: string;
  readonly detail: string;
}

export type Ending =
  | { readonly kind: 'caught'; readonly by: Catch }
  | { readonly kind: 'missed' }
  /** Neither can be said, such as when the process ended and nobody knows why. */
  | { readonly kind: 'unproven'; readonly why: string };

const detailMax = 300;

export function caughtInMemory(
  check: ProvableCheck,
  detail: string,
  furtherSeed: number | null = null,
): Ending {
  const { id, phase, titlePath } = check;
  const title = titlePath.join(' › ');
  return {
    kind: 'caught',
    by: { phase, check: id, title, way: 'memory', furtherSeed, detail: detail.slice(0, detailMax) },
  };
}

export interface DefectResult {
  readonly defect: KnownDefect;
  readonly ending: Ending;
  readonly broken: readonly BrokenCheck[];
  /** How many checks call what it replaces; the others cannot tell it from no defect. */
  readonly reachedBy: number;
  readonly seconds: number;
}

export interface Tally {
  readonly all: number;
  readonly caught: number;
  /** Of those that were caught: with a further seed only. A run with the proof's seed lets them through. */
  readonly later: number;
  readonly missed: number;
  readonly unproven: number;
}

export function tallyOf(results: readonly DefectResult[]): Tally {
  const count = (kind: Ending['kind']) => results.filter(({ ending }) => ending.kind === kind).length;
  return {
    all: results.length,
    caught: count('caught'),
    later: results.filter(isCaughtLater).length,
    missed: count('missed'),
    unproven: count('unproven'),
  };
}

export function isCaughtLater({ ending }: DefectResult): boolean {
  return ending.kind === 'caught' && ending.by.furtherSeed !== null;
}

/** How many were caught of each, such as by stage; in the order in which they first come. */
export function scoreBy(
  results: readonly DefectResult[],
  keyOf: (defect: KnownDefect) => string,
): ReadonlyMap<string, Tally> {
  const groups = Map.groupBy(results, ({ defect }) => keyOf(defect));
  return new Map([...groups].map(([key, group]) => [key, tallyOf(group)]));
}
