import { assessTax } from '../../procedures/tax/assess-tax.ts';
import type { Defect } from '../defect.ts';

/** Special rates were looked up before anything else. The list has no row for it. */
export const specialRateForgetsBuyer: Defect = {
  name: 'special-rate-forgets-buyer',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'What has a rate of its own is taxed whoever buys it',
  procedures: {
    assessTax: (context, supply) =>
      supply.category === null
        ? assessTax(context, supply)
        : assessTax(
            {
              ...context,
              rules: { ...context.rules, isReverseCharge: () => false, isTaxExempt: () => false },
            },
            supply,
          ),
  },
};
