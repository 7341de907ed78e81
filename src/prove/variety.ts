import type { PlannedCheck } from '../model/observing/check.ts';

export interface Variety {
  /** How many are left when no more than `rowsMax` rows of one outline, or checks of one group, count. */
  readonly counted: number;
  /** What a target must be able to do for those. */
  readonly capabilities: readonly string[];
}

export const rowsMax = 5;

/** Many rows of one table are one thing looked at often. */
export function varietyOf(checks: readonly PlannedCheck[]): Variety {
  const groups = Map.groupBy(checks, ({ file, titlePath }) => [file, ...titlePath.slice(0, -1)].join('\n'));
  const counted = [...groups.values()].flatMap((group) => group.slice(0, rowsMax));
  const capabilities = new Set(counted.flatMap(({ needs }) => needs));
  return { counted: counted.length, capabilities: [...capabilities].sort() };
}
