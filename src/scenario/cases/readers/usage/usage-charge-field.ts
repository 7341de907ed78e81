import type { UsageCharge } from '../../../../model/billing/usage-charge.ts';
import type { OpenCase } from '../../case-reader.ts';
import { aggregationOf } from '../fields/aggregation-field.ts';
import { priceOf } from '../fields/price-rules.ts';

/** The one charge for usage of a case: its `price`, its aggregation and, where stated, `groupBy`. */
export function usageChargeOf(open: OpenCase): UsageCharge {
  const { given } = open;
  const groupBy = given.has('groupBy') ? given.list('groupBy').map(String) : [];
  return {
    kind: 'usage',
    code: 'usage',
    meter: 'usage',
    price: priceOf(open),
    aggregation: aggregationOf(open),
    ...(groupBy.length === 0 ? {} : { groupBy }),
  };
}
