import type { Aggregation } from '../../../../model/billing/usage-charge.ts';
import type { OpenCase } from '../../case-reader.ts';
import { isObject } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

const words: Readonly<Record<string, Aggregation>> = {
  sum: 'sum',
  count: 'count',
  max: 'max',
  maximum: 'max',
  last: 'last',
  latest: 'last',
  unique: 'unique',
  'unique count': 'unique',
  min: 'min',
  minimum: 'min',
  average: 'average',
  avg: 'average',
  mean: 'average',
  'weighted sum': 'weighted-sum',
};

/** Whether the case says how events are counted, beside the price or in it. */
export function statesAggregation(open: OpenCase): boolean {
  const price = open.given.peek('price');
  return open.given.has('aggregation') || (isObject(price) && Object.hasOwn(price, 'measure'));
}

/** "max", "unique_count", "latest_agg": how the case counts events; by their sum where it does not say. */
export function aggregationOf(open: OpenCase): Aggregation {
  if (!statesAggregation(open)) return 'sum';
  const text = open.given.has('aggregation')
    ? open.given.text('aggregation')
    : open.given.object('price').text('measure');
  const word = text.toLowerCase().replace(/_agg$/, '').replaceAll('_', ' ');
  const found = Object.hasOwn(words, word) ? words[word] : undefined;
  if (found !== undefined) return found;
  throw new Inexpressible(`the aggregation of metered events (${text})`);
}
