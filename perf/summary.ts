import type { LoadFile } from './load-file.ts';
import { latencyName, startedName } from './meters.ts';

interface Metric {
  readonly values: Readonly<Record<string, number>>;
}

/** What k6 hands to `handleSummary`, as far as it is read here. */
export interface SummaryData {
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly state: { readonly testRunDurationMs: number };
}

/** The run's own summary: the run it belongs to, exact counts per operation, and k6's metrics as they are. */
export function summaryText(load: LoadFile, data: SummaryData): string {
  const value = (metric: string, name: string) => data.metrics[metric]?.values[name] ?? 0;
  return JSON.stringify(
    {
      schema: 'tollgate/load-summary/1',
      runId: load.runId,
      seconds: load.seconds,
      testRunDurationMs: data.state.testRunDurationMs,
      operations: load.recipes.map(({ operation }) => ({
        operation,
        ratePerSecond: load.rates[operation],
        limitMs: load.limitsMs[operation],
        started: value(startedName(operation), 'count'),
        done: value(`tollgate_done{op:${operation}}`, 'count'),
        failed: value(`tollgate_failed{op:${operation}}`, 'count'),
        withinLimit: value(`tollgate_within{op:${operation}}`, 'passes'),
        latencyMs: data.metrics[latencyName(operation)]?.values ?? null,
      })),
      metrics: Object.fromEntries(
        Object.entries(data.metrics).sort(([left], [right]) => (left < right ? -1 : 1)),
      ),
    },
    null,
    1,
  );
}
