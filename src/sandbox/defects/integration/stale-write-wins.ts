import type { Defect } from '../defect.ts';

/** The version was asked for and never compared. The list has no row for it. */
export const staleWriteWins: Defect = {
  name: 'stale-write-wins',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A change of an older version undoes the newer one in silence',
  rules: { mayOverwrite: () => true },
};
