import type { PhaseName } from '../model/observing/phase.ts';
import type { KnownDefect } from './known-defects.ts';

/** What would have stopped a defect from going live. */
export interface Catch {
  readonly phase: PhaseName;
  readonly check: string;
  readonly title: string;
  /** memory: in the worker's own process; http: a sandbox in a process of its own, by its address, with `tollgate run`. */
  readonly way: 'memory' | 'http';
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
  readonly missed: number;
  readonly unproven: number;
}

export function tallyOf(results: readonly DefectResult[]): Tally {
  const count = (kind: Ending['kind']) => results.filter(({ ending }) => ending.kind === kind).length;
  return {
    all: results.length,
    caught: count('caught'),
    missed: count('missed'),
    unproven: count('unproven'),
  };
}

/** How many were caught of each, such as by stage; in the order in which they first come. */
export function scoreBy(
  results: readonly DefectResult[],
  keyOf: (defect: KnownDefect) => string,
): ReadonlyMap<string, Tally> {
  const groups = Map.groupBy(results, ({ defect }) => keyOf(defect));
  return new Map([...groups].map(([key, group]) => [key, tallyOf(group)]));
}
