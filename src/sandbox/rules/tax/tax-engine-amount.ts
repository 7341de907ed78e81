import type { Decimal } from '../../../model/decimal.ts';
import { exactDecimal, type Fraction } from '../../arithmetic/fraction.ts';

/** An amount as the tax engine is told it: a decimal with all its digits, never a float and never cut. */
export function taxEngineAmount(base: Fraction): Decimal {
  return exactDecimal(base, 0) ?? '0';
}
