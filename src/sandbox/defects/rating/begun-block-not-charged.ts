import { dividedBy } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it; blocks shared out like single units, as in engines that added them to an older price. */
export const begunBlockNotCharged: Defect = {
  name: 'begun-block-not-charged',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'major',
  title: 'A block of a tier that is begun is charged in part',
  rules: { unitsSold: ({ units, block }) => (block === null ? units : dividedBy(units, block)) },
};
