import { z } from 'zod';
import type { ListedFee } from '../../../model/billing/listed-fee.ts';
import type { PriceListVerbs } from '../../../target/verbs/price-list.ts';
import { formName, plainForm } from '../plan-names.ts';
import { amountOf } from '../read-invoice.ts';
import type { WorldState } from '../world-state.ts';

const price = z.object({ currency: z.string(), value: z.string() });
const phase = z.object({ type: z.string(), prices: z.array(price).nullish() });
const catalogsAnswer = z.array(
  z.object({
    effectiveDate: z.string(),
    products: z.array(z.object({ plans: z.array(z.object({ name: z.string(), phases: z.array(phase) })) })),
  }),
);

/** The version of the next day begins at eleven. */
const hour = 'T10:00:00.000Z';

export function priceListVerbs({ calls, clock, prices }: WorldState): PriceListVerbs {
  return {
    listedFees: async (date) => {
      await clock.takeTurn();
      const query = new URLSearchParams({ requestedDate: `${date}${hour}` });
      const lists = await calls.get('catalog.read', `/1.0/kb/catalog?${query}`, catalogsAnswer);
      const list = lists.toSorted((a, b) => (a.effectiveDate < b.effectiveDate ? -1 : 1)).at(-1);
      const sold = (list?.products ?? []).flatMap(({ plans }) => plans);
      const own = new Map(sold.map((plan) => [plan.name, plan]));
      const names = [...new Set(prices.versions.map(({ plan }) => plan))].sort();
      return names.flatMap((plan): readonly ListedFee[] => {
        const { currency } = prices.versionOn(plan, date);
        const found = own.get(formName(plainForm(plan)))?.phases.find(({ type }) => type === 'EVERGREEN');
        const fee = found?.prices?.find((one) => one.currency === currency);
        return fee === undefined ? [] : [{ plan, fee: amountOf(fee.value, currency) }];
      });
    },
  };
}
