import { minorUnitDigits } from '../../../model/currency.ts';
import { moneyAmount } from '../../../model/money.ts';
import type { Defect } from '../defect.ts';

/** recurly/recurly-client-java#73: of ten dollars 9.99 went back. Times a hundred, 0.29 is 28.999999999999996. */
export const centLostInAFloat: Defect = {
  name: 'cent-lost-in-a-float',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'An amount goes to the gateway through a float that is cut, so that some lose a cent',
  rules: {
    gatewayAmount: (amount) => {
      const float = Number(moneyAmount(amount)) * 10 ** minorUnitDigits(amount.currency);
      return BigInt(Math.trunc(float));
    },
  },
};
