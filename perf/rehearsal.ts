/**
 * Plays the load recipes of the performance phase at steady rates, all operations at once, and counts exactly.
 *
 * Ids are derived (`<runId>-<n>`, row n modulo the rows), so that what was accepted can be worked out afterwards from the
 * counts and the few outcomes that were not fine; only those are logged.
 */
import type { Options, Scenario } from 'k6/options';
import { readLoad } from './load-file.ts';
import { thresholdsOf } from './meters.ts';
import { playerOf, scenarioName } from './play.ts';
import { type SummaryData, summaryText } from './summary.ts';

const loadPath = __ENV['TOLLGATE_LOAD'];
const load = readLoad(loadPath === undefined ? null : open(loadPath), [
  'usage.ingest',
  'invoice.read',
  'bill.run',
]);
const scenarios: Record<string, Scenario> = {};

for (const { operation } of load.recipes) {
  const rate = Number(load.rates[operation]);
  scenarios[scenarioName(operation)] = {
    executor: 'constant-arrival-rate',
    rate,
    timeUnit: '1s',
    duration: `${load.seconds}s`,
    preAllocatedVUs: Math.max(4, Math.ceil(rate / 2)),
    maxVUs: Math.max(20, rate * 2),
    gracefulStop: '15s',
    // Every sample of the scenario carries it, those of our own meters too.
    tags: { op: operation },
  };
}

export const options: Options = {
  scenarios,
  thresholds: thresholdsOf(load, { questions: ['within', 'done', 'failed'], offeredShare: 0.95 }),
  summaryTrendStats: ['count', 'min', 'avg', 'med', 'p(95)', 'p(99)', 'max'],
};

export default playerOf(load, '10s');

export function handleSummary(data: SummaryData): Record<string, string> {
  const path = __ENV['TOLLGATE_SUMMARY'];
  return path === undefined ? {} : { [path]: summaryText(load, data) };
}
