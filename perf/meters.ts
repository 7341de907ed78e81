import { Counter, Rate, Trend } from 'k6/metrics';
import { doneMin, type LoadFile } from './load-file.ts';

/** Tagged by operation, so that each has its thresholds. */
export const within = new Rate('tollgate_within');
export const done = new Counter('tollgate_done');
export const failed = new Counter('tollgate_failed');

/** One per operation: what carries no threshold appears in k6's summary under a name of its own only. */
export interface Meters {
  readonly started: Counter;
  readonly latency: Trend;
}

export function metersOf(operation: string): Meters {
  return {
    started: new Counter(startedName(operation)),
    latency: new Trend(latencyName(operation), true),
  };
}

export const startedName = (operation: string) => `tollgate_started_${operation.replace(/\W/g, '_')}`;
export const latencyName = (operation: string) => `tollgate_latency_${operation.replace(/\W/g, '_')}`;

type Question = 'within' | 'done' | 'failed';

/**
 * Up to three per operation. A share of nothing passes in k6, so the count beside it says that there was something; a count of
 * failures alone would be content with silence for the same reason.
 */
export function thresholdsOf(
  load: LoadFile,
  { questions, offeredShare }: { readonly questions: readonly Question[]; readonly offeredShare: number },
): Record<string, string[]> {
  const thresholds: Record<string, string[]> = {};
  for (const { operation } of load.recipes) {
    const limits: Record<Question, string> = {
      within: `rate>${load.withinShare ?? 0.99}`,
      done: `count>=${doneMin(load, operation, offeredShare)}`,
      failed: 'count<1',
    };
    for (const question of questions)
      thresholds[`tollgate_${question}{op:${operation}}`] = [limits[question]];
  }
  return thresholds;
}
