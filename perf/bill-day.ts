/**
 * Reads invoices at a steady rate, and once moves the clock to a day on which everybody is billed: bills are made while
 * they are read. What came of them is for the reconciliation that follows.
 */
import type { Options } from 'k6/options';
import { readLoad } from './load-file.ts';
import { thresholdsOf } from './meters.ts';
import { playerOf, scenarioName } from './play.ts';
import { type SummaryData, summaryText } from './summary.ts';

const loadPath = __ENV['TOLLGATE_LOAD'];
const load = readLoad(loadPath === undefined ? null : open(loadPath), ['invoice.read', 'clock.advance']);
const readsPerSecond = Number(load.rates['invoice.read']);
/** A target may answer when all are billed; as many readers may wait meanwhile. */
const timeoutSeconds = 45;

export const options: Options = {
  scenarios: {
    [scenarioName('invoice.read')]: {
      executor: 'constant-arrival-rate',
      rate: readsPerSecond,
      timeUnit: '1s',
      duration: `${load.seconds}s`,
      preAllocatedVUs: Math.max(4, Math.ceil(readsPerSecond * 2)),
      maxVUs: Math.max(20, Math.ceil(readsPerSecond * load.seconds)),
      gracefulStop: `${timeoutSeconds}s`,
      tags: { op: 'invoice.read' },
    },
    [scenarioName('clock.advance')]: {
      executor: 'shared-iterations',
      vus: 1,
      iterations: 1,
      // Reads begin before the bills do.
      startTime: `${Math.min(2, load.seconds / 4)}s`,
      maxDuration: `${load.seconds}s`,
      gracefulStop: `${timeoutSeconds}s`,
      tags: { op: 'clock.advance' },
    },
  },
  // How long an answer takes on such a day is told, and has no limit here; nor is the rate of reading what is asked.
  thresholds: thresholdsOf(load, { questions: ['done', 'failed'], offeredShare: 0.5 }),
  summaryTrendStats: ['count', 'min', 'avg', 'med', 'p(95)', 'p(99)', 'max'],
};

export default playerOf(load, `${timeoutSeconds}s`);

export function handleSummary(data: SummaryData): Record<string, string> {
  const path = __ENV['TOLLGATE_SUMMARY'];
  return path === undefined ? {} : { [path]: summaryText(load, data) };
}
