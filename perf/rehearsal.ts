/**
 * Plays the load recipes of the performance phase at steady rates, all operations at once, and counts exactly.
 *
 * Ids are derived (`<runId>-<n>`, row n modulo the rows), so that what was accepted can be worked out afterwards from the
 * counts and the few outcomes that were not fine; only those are logged.
 */
import exec from 'k6/execution';
import http from 'k6/http';
import type { Options, Scenario } from 'k6/options';
import { type Recipe, readLoad } from './load-file.ts';
import { done, failed, type Meters, metersOf, thresholdsOf, within } from './meters.ts';
import { type SummaryData, summaryText } from './summary.ts';
import { fillBody, fillHeaders, fillUrl } from './template.ts';

const loadPath = __ENV['TOLLGATE_LOAD'];
const load = readLoad(loadPath === undefined ? null : open(loadPath));
const recipes: Record<string, Recipe> = {};
const meters: Record<string, Meters> = {};
const scenarios: Record<string, Scenario> = {};

for (const recipe of load.recipes) {
  const { operation } = recipe;
  const rate = Number(load.rates[operation]);
  const name = operation.replace(/\W/g, '_');
  recipes[name] = recipe;
  meters[name] = metersOf(operation);
  scenarios[name] = {
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
  // A row that does not fill the recipe is found here, before any request.
  for (const n of load.rows.keys()) requestOf(recipe, n);
}

export const options: Options = {
  scenarios,
  thresholds: thresholdsOf(load),
  summaryTrendStats: ['count', 'min', 'avg', 'med', 'p(95)', 'p(99)', 'max'],
};

export default function play(): void {
  const { name, iterationInTest: n } = exec.scenario;
  const recipe = recipes[name];
  const meter = meters[name];
  if (recipe === undefined || meter === undefined) throw new Error(`Found no recipe for scenario ${name}.`);
  const { url, body, headers } = requestOf(recipe, n);
  meter.started.add(1);
  const answer = http.request(recipe.method, url, body, {
    headers,
    timeout: '10s',
    tags: { name: recipe.operation },
  });
  const isDone =
    answer.status === recipe.okStatus &&
    (recipe.okBodyIncludes === '' || String(answer.body).includes(recipe.okBodyIncludes));
  meter.latency.add(answer.timings.duration);
  within.add(isDone && answer.timings.duration <= Number(load.limitsMs[recipe.operation]));
  done.add(isDone ? 1 : 0);
  failed.add(isDone ? 0 : 1);
  if (!isDone) logOutcome(recipe.operation, n, answer);
}

function requestOf(recipe: Recipe, n: number) {
  const values = { ...load.rows[n % load.rows.length], runId: load.runId, n: String(n) };
  return {
    url: fillUrl(recipe.url, values),
    headers: fillHeaders(recipe.headers, values),
    body: fillBody(recipe.bodyTemplate, values),
  };
}

interface Answer {
  readonly status: number;
  readonly error: string;
  readonly body: unknown;
}

/** Without a clear answer the request may or may not have had its effect: that is for the reconciliation to settle. */
function logOutcome(operation: string, n: number, { status, error, body }: Answer): void {
  const outcome = status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unknown';
  const answer = error || String(body).slice(0, 200);
  console.error(
    JSON.stringify({ id: `${load.runId}-${operation}-${n}`, operation, n, outcome, status, answer }),
  );
}

export function handleSummary(data: SummaryData): Record<string, string> {
  const path = __ENV['TOLLGATE_SUMMARY'];
  return path === undefined ? {} : { [path]: summaryText(load, data) };
}
