import type { Decimal } from '../../model/decimal.ts';
import { HarnessFault } from '../../model/fault.ts';

/** Reads "1,200 GB", "1,200" or "0.5": thousands in groups, and a word for the unit, which is for the reader only. */
export function readQuantity(text: string): Decimal {
  const match = /^(-?\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?: [A-Za-z]+)?$/.exec(text.trim());
  if (match === null) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found the quantity "${text}", expected a number with its thousands in groups of three.`,
      hint: 'Write it like 1,200 GB or 0.5.',
    });
  }
  return (match[1] ?? '').replaceAll(',', '');
}

/** Reads "19%" or "7.7%". */
export function readPercent(text: string): Decimal {
  const match = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text.trim());
  if (match === null) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found the percentage "${text}", expected a number and the percent sign.`,
      hint: 'Write it like 19% or 7.7%.',
    });
  }
  return match[1] ?? '';
}
