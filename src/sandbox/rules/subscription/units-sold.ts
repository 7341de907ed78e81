import { ceiling, dividedBy, type Fraction, wholeNumber } from '../../arithmetic/fraction.ts';

export interface UnitsInTier {
  readonly units: Fraction;
  /** How many units one block holds; null where units are sold singly. */
  readonly block: Fraction | null;
}

/** What the price of a tier is multiplied with: its units, or its blocks, of which one that is begun counts in full. */
export function unitsSold({ units, block }: UnitsInTier): Fraction {
  return block === null ? units : wholeNumber(ceiling(dividedBy(units, block)));
}
