import type { Fraction } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** After the kind of medusajs/medusa#15530. */
export const packagesCountedAsFloats: Defect = {
  name: 'packages-counted-as-floats',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'minor',
  title: 'Packages of parts of a unit are divided as floats: 2.1 by 0.7 makes four',
  rules: {
    packagesCharged: ({ units, packageSize }) => BigInt(Math.ceil(asFloat(units) / asFloat(packageSize))),
  },
};

function asFloat({ over, under }: Fraction): number {
  return Number(over) / Number(under);
}
