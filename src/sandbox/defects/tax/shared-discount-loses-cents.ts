import { dividedBy, fractionOf, sum, times, wholeNumber, zero } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const sharedDiscountLosesCents: Defect = {
  name: 'shared-discount-loses-cents',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'minor',
  title: 'The shares of a discount are rounded one by one and do not make up the whole',
  rules: {
    shareOut: ({ amount, parts, unit }) => {
      const whole = sum(parts);
      if (whole.over === 0n) return parts.map(() => zero);
      const shares = parts.map((part) => dividedBy(times(amount, part), whole));
      if (unit === null) return shares;
      return shares.map((share) => {
        const coins = dividedBy(share, unit);
        return times(wholeNumber(fractionOf(coins.over, coins.under).over / coins.under), unit);
      });
    },
  },
};
