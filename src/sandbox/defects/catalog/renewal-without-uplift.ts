import { fractionOf } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const renewalWithoutUplift: Defect = {
  name: 'renewal-without-uplift',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'A contract is renewed at its old price although a rise was agreed',
  rules: { termFactor: () => fractionOf(1n, 1n) },
};
