import { type Fraction, minus } from '../../arithmetic/fraction.ts';

export interface BilledBefore<Figure> {
  /** What the period comes to now. */
  readonly reached: Figure;
  readonly billed: Figure;
}

/** In minor units; below zero where corrections came after the bill. */
export function amountStillToBill({ reached, billed }: BilledBefore<bigint>): bigint {
  return reached - billed;
}

export function unitsStillToBill({ reached, billed }: BilledBefore<Fraction>): Fraction {
  return minus(reached, billed);
}
