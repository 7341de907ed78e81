import type { Described } from './described.ts';

/** How fast a target can be judged. */
export interface Pace {
  /** How many checks may be at it at one time. */
  readonly workers: number;
  /** By how much longer than usual a check and a step may take. */
  readonly patience: number;
  /** How many drawn cases a property is tried with; null for as many as each property says. */
  readonly effort: number | null;
}

const usual: Pace = { workers: 2, patience: 1, effort: null };

/** Where all worlds share one clock, each has it for itself in turn, and each move waits until the server has caught up. */
const oneClock: Pace = { workers: 1, patience: 8, effort: 4 };

export function paceFor(described: Pick<Described, 'clock'> | null): Pace {
  return described?.clock === 'per-server' ? oneClock : usual;
}
