import type { Aggregation, UsageCharge } from '../../model/billing/usage-charge.ts';
import { showPrice, showQuantity } from '../language/price-text.ts';
import { type Said, step, unsaid } from '../said.ts';

const countings: Partial<Record<Aggregation, string>> = {
  count: 'number of readings',
  max: 'highest value',
  last: 'last value',
};

/** How the meter of a charge counts, what is included and what it comes to at least. */
export function sentencesOfMeter(
  charge: UsageCharge,
  { version, currency }: { readonly version: { readonly plan: string }; readonly currency: string },
): Said {
  const { meter, aggregation = 'sum', included, minimum, groupBy, buckets } = charge;
  const { plan } = version;
  const counting = countings[aggregation];
  const said = [
    ...(aggregation === 'sum'
      ? []
      : [
          counting === undefined
            ? unsaid(`that "${meter}" is counted by ${aggregation}`)
            : step(`the plan "${plan}" counts "${meter}" by its ${counting}`),
        ]),
    ...(included === undefined
      ? []
      : [step(`the plan "${plan}" includes ${showQuantity(included)} of "${meter}"`)]),
    ...(minimum === undefined
      ? []
      : [step(`the plan "${plan}" charges at least ${showPrice(minimum, currency)} for "${meter}"`)]),
    ...(groupBy === undefined ? [] : [unsaid(`that "${meter}" is counted by ${groupBy.join(' and ')}`)]),
    ...(buckets === undefined ? [] : [unsaid(`the buckets of "${meter}" of "${plan}"`)]),
  ];
  return {
    steps: said.flatMap(({ steps }) => steps),
    unsaid: said.flatMap((each) => each.unsaid),
  };
}
