/** A limit that a profile sets: `rate>0.99` on `tollgate_within{op:bill.run}`. */
export interface Threshold {
  readonly metric: string;
  readonly expression: string;
}

/** What our own meters ask, in words that do not change with the load. */
const questions: Readonly<Record<string, string>> = {
  tollgate_within: 'answers come within the limit',
  tollgate_done: 'the planned load was offered and done',
  tollgate_failed: 'no request failed',
};

/** A team's own metric is called by its name and limit. */
export function thresholdTitle({ metric, expression }: Threshold): readonly string[] {
  const question = questions[meterOf(metric)];
  const operation = operationOf(metric);
  return question === undefined || operation === null ? [metric, expression] : [operation, question];
}

/** The metric without its tags. */
export function meterOf(metric: string): string {
  return metric.replace(/\{.*$/, '');
}

export function operationOf(metric: string): string | null {
  return /\{op:([^,}]+)\}$/.exec(metric)?.[1] ?? null;
}
