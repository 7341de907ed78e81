import { ceiling, dividedBy, type Fraction } from '../../arithmetic/fraction.ts';

export interface PackagedUnits {
  /** Without those that are free. */
  readonly units: Fraction;
  readonly packageSize: Fraction;
}

/** A package that is begun is charged in full. */
export function packagesCharged(packaged: PackagedUnits): bigint {
  return ceiling(dividedBy(packaged.units, packaged.packageSize));
}
