import { type CurrencyCode, minorUnitDigits } from '../../../../model/currency.ts';
import { fractionOf, times, whole } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { Figure } from '../../claim.ts';

/** The same figure counted in minor units of the currency. */
export function inMinorUnits(figure: Figure, currency: CurrencyCode): Figure {
  const unit = whole(10n ** BigInt(minorUnitDigits(currency)));
  return {
    ...figure,
    currency: null,
    actual: (answers) => {
      const major = figure.actual(answers);
      return major === null ? null : plainText(times(fractionOf(major), unit));
    },
  };
}
