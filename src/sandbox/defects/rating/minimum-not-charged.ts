import { zero } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The minimum of another period was looked up, and there was none. In the row's own case a planned downgrade led there. */
export const minimumNotCharged: Defect = {
  name: 'minimum-not-charged',
  row: 'RAT-03',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'critical',
  title: 'What is missing to the agreed minimum is not charged',
  rules: { missingToMinimum: () => zero },
};
