import { times } from '../../arithmetic/fraction.ts';
import { termFactor } from '../../rules/subscription/term-factor.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const upliftAppliedTwice: Defect = {
  name: 'uplift-applied-twice',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'The rise at a renewal is applied to a price that has it already',
  rules: { termFactor: (question) => times(termFactor(question), termFactor(question)) },
};
