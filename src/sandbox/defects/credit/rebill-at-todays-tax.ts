import { fractionOf, percentOf, roundHalfUp } from '../../arithmetic/fraction.ts';
import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import { customerById } from '../../store/customers.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const rebillAtTodaysTax: Defect = {
  name: 'rebill-at-todays-tax',
  row: 'TAX',
  family: 'TAX',
  stage: 'credit',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'An invoice that is billed again charges the tax of today for the service of then',
  procedures: {
    linesToRebill: (context, rebilled) => {
      const { country, region = null } = customerById(context, rebilled.invoice.customerId);
      const date = todayOf(context.store, context.tenantId);
      const rates = context.procedures.readTaxRates(context, country);
      const place = { country, region };
      const percent =
        context.rules.taxRateInForce({ rates, place, category: null, date })?.ratePercent ?? '0';
      return linesToRebill(context, rebilled).map((line) => ({
        ...line,
        tax: roundHalfUp(percentOf(fractionOf(line.net - line.discount, 1n), percent)),
      }));
    },
  },
};
