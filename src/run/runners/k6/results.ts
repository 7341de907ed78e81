import { thresholdMessage } from './message.ts';
import type { LoadedOperation, LoadSummary } from './summary.ts';
import { meterOf, operationOf, type Threshold } from './threshold.ts';

export interface ThresholdResult extends Threshold {
  readonly ok: boolean;
  /**
   * missed: the target's doing; not-offered: what was planned was not sent, so that nothing can be said of the target. k6
   * calls a share or a latency of no samples kept.
   */
  readonly judgement: 'kept' | 'missed' | 'not-offered';
  /** What was found and what was expected. */
  readonly message: string;
}

export function thresholdResults(summary: LoadSummary): readonly ThresholdResult[] {
  return Object.entries(summary.metrics).flatMap(([name, { values, thresholds }]) => {
    const loaded = summary.operations.find((one) => one.operation === operationOf(name)) ?? null;
    return Object.entries(thresholds ?? {}).map(([expression, { ok }]) => {
      const threshold = { metric: name, expression };
      const wasOffered = isMeasured(values, loaded) && (ok || isOffered(threshold, loaded));
      const kept = ok ? 'kept' : 'missed';
      return {
        ...threshold,
        ok,
        judgement: wasOffered ? kept : 'not-offered',
        message: thresholdMessage({ threshold, values, operation: loaded }),
      };
    });
  });
}

/** Whether there is a single sample behind the threshold. */
function isMeasured(values: Readonly<Record<string, number>>, loaded: LoadedOperation | null): boolean {
  if (loaded !== null) return loaded.started > 0;
  if (values['passes'] !== undefined) return values['passes'] + (values['fails'] ?? 0) > 0;
  return values['count'] !== 0;
}

/** Too few done because too few were sent says nothing about the target. */
function isOffered({ metric: name, expression }: Threshold, loaded: LoadedOperation | null): boolean {
  const wanted = Number(/^count>=(\d+)$/.exec(expression)?.[1] ?? 0);
  return meterOf(name) !== 'tollgate_done' || loaded === null || loaded.started >= wanted;
}
