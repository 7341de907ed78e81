import type { Capability } from '../capability.ts';
import { contract } from './contract.ts';

/** A clause as data, for whoever asks that it be played. */
export interface PromisedClause {
  readonly promise: string;
  readonly needs: readonly Capability[];
  /** What it is about. */
  readonly shows: readonly Capability[];
  readonly habits: readonly string[];
}

/** The contract in its order. */
export const promised: readonly PromisedClause[] = withSubjects();

/** A clause is about what none before it took; where all of that is shown already, about what it names last. */
function withSubjects(): readonly PromisedClause[] {
  const shown = new Set<Capability>();
  return contract.map(({ promise, needs, habits = [] }) => {
    const fresh = needs.filter((need) => !shown.has(need));
    for (const need of fresh) shown.add(need);
    return { promise, needs, shows: fresh.length > 0 ? fresh : needs.slice(-1), habits };
  });
}
