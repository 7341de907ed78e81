import type { Aggregation } from '../../model/billing/usage-charge.ts';
import { ScenarioDefect } from '../expectation-failed.ts';

const ways: Readonly<Record<string, Aggregation>> = {
  'highest value': 'max',
  'last value': 'last',
  'number of readings': 'count',
};

/** Reads how a meter counts, in the words of a feature. */
export function readCounting(text: string): Aggregation {
  const way = Object.hasOwn(ways, text) ? ways[text] : undefined;
  if (way !== undefined) return way;
  throw new ScenarioDefect(`Found "${text}", expected one of: ${Object.keys(ways).join(', ')}.`);
}
