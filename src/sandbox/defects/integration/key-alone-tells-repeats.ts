import type { Defect } from '../defect.ts';

/** Kinds of it were found in many interfaces: what came with the key the second time was never looked at. */
export const keyAloneTellsRepeats: Defect = {
  name: 'key-alone-tells-repeats',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'major',
  title: 'Another request under a key that was used is answered with what was done for the first',
  rules: { isSameRequest: () => true },
};
