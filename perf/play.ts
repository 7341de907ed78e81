import exec from 'k6/execution';
import http from 'k6/http';
import type { LoadFile, Recipe } from './load-file.ts';
import { done, failed, type Meters, metersOf, within } from './meters.ts';
import { fillBody, fillHeaders, fillUrl } from './template.ts';

/** k6 allows word characters in the name of a scenario. */
export const scenarioName = (operation: string) => operation.replace(/\W/g, '_');

/**
 * One iteration of any scenario: sends the request of its operation, and counts what became of it. Made in the init
 * context, where a row that does not fill a recipe is found before any request.
 */
export function playerOf(load: LoadFile, timeout: string): () => void {
  const parts: Record<string, { readonly recipe: Recipe; readonly meter: Meters }> = {};
  for (const recipe of load.recipes) {
    parts[scenarioName(recipe.operation)] = { recipe, meter: metersOf(recipe.operation) };
    for (const n of load.rows.keys()) requestOf(load, recipe, n);
  }
  return () => {
    const { name, iterationInTest: n } = exec.scenario;
    const part = parts[name];
    if (part === undefined) throw new Error(`Found no recipe for scenario ${name}.`);
    const { recipe, meter } = part;
    const { url, body, headers } = requestOf(load, recipe, n);
    meter.started.add(1);
    const answer = http.request(recipe.method, url, body, {
      headers,
      timeout,
      tags: { name: recipe.operation },
    });
    const isDone = wasDone(recipe, answer);
    meter.latency.add(answer.timings.duration);
    within.add(isDone && answer.timings.duration <= Number(load.limitsMs[recipe.operation]));
    done.add(isDone ? 1 : 0);
    failed.add(isDone ? 0 : 1);
    if (!isDone) logOutcome(load, { operation: recipe.operation, n, answer });
  };
}

/** A redirect is not followed, and nobody did what was asked, whatever the recipe calls fine. */
function wasDone({ okStatus, okBodyIncludes }: Recipe, answer: Answer): boolean {
  const isRedirect = answer.status >= 300 && answer.status < 400;
  return !isRedirect && answer.status === okStatus && String(answer.body ?? '').includes(okBodyIncludes);
}

function requestOf(load: LoadFile, recipe: Recipe, n: number) {
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

interface Outcome {
  readonly operation: string;
  readonly n: number;
  readonly answer: Answer;
}

/** Without a clear answer the request may or may not have had its effect: that is for the reconciliation to settle. */
function logOutcome({ runId }: LoadFile, { operation, n, answer: { status, error, body } }: Outcome): void {
  const outcome = status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unknown';
  const text = String(body);
  // Before the mark, masking also knows the beginning of a secret.
  const answer = error || (text.length > 200 ? `${text.slice(0, 200)}…` : text);
  console.error(JSON.stringify({ id: `${runId}-${operation}-${n}`, operation, n, outcome, status, answer }));
}
