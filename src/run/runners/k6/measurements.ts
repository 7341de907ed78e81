import type { ToolRecord } from '../../../model/observing/record.ts';
import { figure } from './message.ts';
import type { LoadSummary } from './summary.ts';
import { meterOf, operationOf, type Threshold } from './threshold.ts';

type Measurement = Extract<ToolRecord, { kind: 'measurement' }>;

/** The figures that belong to a check: latency to the limit, counts and rate to the load, failures to the failures. */
export function measurementsOf(checkId: string, threshold: Threshold, summary: LoadSummary): Measurement[] {
  const operation = operationOf(threshold.metric);
  const loaded = summary.operations.find((one) => one.operation === operation);
  if (loaded === undefined) return [];
  const measured = (name: string, value: number, unit: string): Measurement => ({
    kind: 'measurement',
    checkId,
    name,
    value: figure(value),
    unit,
  });
  switch (meterOf(threshold.metric)) {
    case 'tollgate_within':
      return [
        ...latencies(loaded.latencyMs).map(([name, value]) => measured(`${operation}.${name}`, value, 'ms')),
        measured(`${operation}.limit`, loaded.limitMs, 'ms'),
        measured(`${operation}.within`, loaded.withinLimit, 'requests'),
      ];
    case 'tollgate_done':
      return [
        measured('load.seconds', summary.testRunDurationMs / 1000, 's'),
        measured(`${operation}.done`, loaded.done, 'requests'),
        measured(`${operation}.planned-rate`, loaded.ratePerSecond, 'requests/s'),
        measured(`${operation}.achieved-rate`, loaded.done / summary.seconds, 'requests/s'),
      ];
    case 'tollgate_failed':
      return [measured(`${operation}.failed`, loaded.failed, 'requests')];
    default:
      return [];
  }
}

const shown = { 'p(95)': 'p95', 'p(99)': 'p99', max: 'max' } as const;

function latencies(values: LoadSummary['operations'][number]['latencyMs']): [string, number][] {
  return Object.entries(shown).flatMap(([key, name]) => {
    const value = values?.[key];
    return value === undefined ? [] : [[name, value]];
  });
}
