import { minorUnitDigits } from '../../../model/currency.ts';
import type { Defect } from '../defect.ts';

/** The amount became an integer of major units on its way, as the tax base of TAX-12 did. The list has no row for it. */
export const gatewayLosesCents: Defect = {
  name: 'gateway-loses-cents',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'The gateway is asked for whole units of money, without the cents',
  rules: {
    gatewayAmount: ({ amountMinor, currency }) => {
      const unit = 10n ** BigInt(minorUnitDigits(currency));
      return (amountMinor / unit) * unit;
    },
  },
};
