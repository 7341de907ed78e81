import { ceiling, dividedBy, type Fraction } from '../../arithmetic/fraction.ts';

export interface PackagedUnits {
  /** Without those that are free. */
  readonly units: Fraction;
  readonly packageSize: Fraction;
  readonly partPackage?: 'charged' | 'free' | undefined;
}

/** A package that is begun is charged in full, unless the price has only full ones. */
export function packagesCharged({ units, packageSize, partPackage }: PackagedUnits): bigint {
  const packages = dividedBy(units, packageSize);
  return partPackage === 'free' ? packages.over / packages.under : ceiling(packages);
}
