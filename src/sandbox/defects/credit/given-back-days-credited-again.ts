import type { Defect } from '../defect.ts';

export const givenBackDaysCreditedAgain: Defect = {
  name: 'given-back-days-credited-again',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'Days that a change of plan gave back can be credited once more',
  procedures: { givenBackBefore: () => 0n },
};
