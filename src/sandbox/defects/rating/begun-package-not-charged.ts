import { dividedBy, type Fraction } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** Packages were rounded down. The list has no row for it. */
export const begunPackageNotCharged: Defect = {
  name: 'begun-package-not-charged',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'major',
  title: 'A package that is begun but not used up is not charged',
  rules: { packagesCharged: ({ units, packageSize }) => wholePart(dividedBy(units, packageSize)) },
};

function wholePart(value: Fraction): bigint {
  return value.over / value.under;
}
