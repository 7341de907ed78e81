import { dividedBy } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** Packages were rounded down, and one was added for the rest, also where there is none. The list has no row for it. */
export const fullPackageOpensAnother: Defect = {
  name: 'full-package-opens-another',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'major',
  title: 'Who uses a package to its last unit is charged the next one, too',
  rules: {
    packagesCharged: ({ units, packageSize }) => {
      const packages = dividedBy(units, packageSize);
      return units.over === 0n ? 0n : packages.over / packages.under + 1n;
    },
  },
};
