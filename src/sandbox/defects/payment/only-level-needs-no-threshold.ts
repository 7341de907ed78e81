import { dunningLevel } from '../../rules/payment/dunning-level.ts';
import type { Defect } from '../defect.ts';

/** The least amount was read with the second level. The list has no row for it. */
export const onlyLevelNeedsNoThreshold: Defect = {
  name: 'only-level-needs-no-threshold',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'over-billed',
  severity: 'minor',
  title: 'With one level of dunning alone, less than the least amount is dunned',
  rules: {
    dunningLevel: (question) =>
      dunningLevel(question.levels.length > 1 ? question : { ...question, thresholdMinor: 0n }),
  },
};
