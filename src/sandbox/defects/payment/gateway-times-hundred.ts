import { minorUnitDigits } from '../../../model/currency.ts';
import type { Defect } from '../defect.ts';

/** Every amount was multiplied by a hundred, whatever minor unit the currency has. */
export const gatewayTimesHundred: Defect = {
  name: 'gateway-times-hundred',
  row: 'PAY-13',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'Currencies without cents are charged a hundred times at the gateway',
  rules: {
    gatewayAmount: (amount) => (amount.amountMinor * 100n) / 10n ** BigInt(minorUnitDigits(amount.currency)),
  },
};
