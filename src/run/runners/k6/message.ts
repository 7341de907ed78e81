import type { LoadedOperation } from './summary.ts';
import { meterOf, type Threshold } from './threshold.ts';

/** A figure of the generator, in at most three digits after the point. */
export function figure(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export interface Missed {
  readonly threshold: Threshold;
  readonly values: Readonly<Record<string, number>>;
  /** Null for a metric of a team's own. */
  readonly operation: LoadedOperation | null;
}

/** What was found and what was expected, in one sentence. */
export function thresholdMessage({ threshold, values, operation }: Missed): string {
  const { metric, expression } = threshold;
  if (operation === null) return `${metric}: found ${listed(values)}; expected ${expression}.`;
  const { operation: name, started, done, failed, withinLimit, limitMs } = operation;
  if (started === 0) return `${name}: found no request sent, expected ${expression} of the requests sent.`;
  switch (meterOf(metric)) {
    case 'tollgate_within':
      return `${name}: found ${withinLimit} of ${started} answers within ${limitMs} ms, expected a ${expression}.`;
    case 'tollgate_done':
      return `${name}: found ${done} requests done of ${started} sent, expected a ${expression}.`;
    case 'tollgate_failed':
      return `${name}: found ${failed} of ${started} requests failed, expected none. The log names each.`;
    default:
      return `${metric}: found ${listed(values)}; expected ${expression}.`;
  }
}

function listed(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(', ');
}
