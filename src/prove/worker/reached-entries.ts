import type { Defect } from '../../sandbox/defects/defect.ts';
import { standardProcedures } from '../../sandbox/procedures/index.ts';
import { standardRules } from '../../sandbox/rules/index.ts';

/** The engine's own entries, and which of them were called since somebody last asked. */
export interface ReachedEntries {
  readonly entries: Pick<Defect, 'rules' | 'procedures'> | null;
  take(): readonly string[];
}

/** A check that never calls an entry cannot see a defect that replaces it: the proof plays the others only. */
export function reachedEntries(): ReachedEntries {
  const reached = new Set<string>();
  return {
    entries: { rules: noting(standardRules, reached), procedures: noting(standardProcedures, reached) },
    take: () => {
      const names = [...reached];
      reached.clear();
      return names;
    },
  };
}

/** With a defect nobody asks. */
export function unwatched(entries: ReachedEntries['entries']): ReachedEntries {
  return { entries, take: () => [] };
}

type Entry = (...given: readonly unknown[]) => unknown;

function noting<Entries extends object>(entries: Entries, reached: Set<string>): Entries {
  const noted = Object.entries(entries).map(([name, entry]: [string, Entry]) => [
    name,
    (...given: readonly unknown[]) => {
      reached.add(name);
      return entry(...given);
    },
  ]);
  // Each name has the entry that it had, with a note of the call before it.
  return Object.fromEntries(noted) as Entries;
}
