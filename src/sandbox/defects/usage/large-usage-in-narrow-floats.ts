import { fractionOf } from '../../arithmetic/fraction.ts';
import { meteredQuantity } from '../../rules/usage/metered-quantity.ts';
import type { Defect } from '../defect.ts';

/** After the kind of killbill/killbill#1325: what is metered went through a number that is too narrow for it. */
export const largeUsageInNarrowFloats: Defect = {
  name: 'large-usage-in-narrow-floats',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'major',
  title: 'Of more than 16,777,216 units the last digits are rounded as in a float of 32 bits',
  rules: {
    meteredQuantity: (aggregated) => {
      const sound = meteredQuantity(aggregated);
      const whole = sound.over / sound.under;
      return whole > 16_777_216n ? fractionOf(BigInt(Math.fround(Number(whole))), 1n) : sound;
    },
  },
};
