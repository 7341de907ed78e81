import { zero } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The cap was looked up under the minimum's name. The list has no row for it. */
export const maximumIgnored: Defect = {
  name: 'maximum-ignored',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'critical',
  title: 'What is above the agreed maximum is charged all the same',
  rules: { excessOverMaximum: () => zero },
};
