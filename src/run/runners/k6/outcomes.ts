import { z } from 'zod';
import type { LoadSummary } from './summary.ts';

const notFine = z.object({
  id: z.string(),
  operation: z.string(),
  /** The iteration within the operation: it makes the id of the request and picks its row. */
  n: z.number().int(),
  outcome: z.enum(['refused', 'unknown']),
  status: z.number().int(),
  answer: z.string(),
});

/** What the load left behind, for the step that reconciles it: `<step>-outcomes.json`. */
export interface LoadOutcomes {
  readonly schema: 'tollgate/load-outcomes/1';
  readonly runId: string;
  readonly seconds: number;
  /** started = done + failed + lost, where nobody knows what became of the lost ones. */
  readonly operations: Readonly<
    Record<
      string,
      { readonly started: number; readonly done: number; readonly failed: number; readonly lost: number }
    >
  >;
  /** Each failed request by its number; all others of 0 … started-1 are done. */
  readonly notFine: readonly z.infer<typeof notFine>[];
}

/** Joins the exact counts of the summary with the outcomes that the profile logged. */
export function loadOutcomes(summary: LoadSummary, log: string): LoadOutcomes {
  return {
    schema: 'tollgate/load-outcomes/1',
    runId: summary.runId,
    seconds: summary.seconds,
    operations: Object.fromEntries(
      summary.operations.map(({ operation, started, done, failed }) => [
        operation,
        { started, done, failed, lost: started - done - failed },
      ]),
    ),
    notFine: log.split('\n').flatMap(readNotFine),
  };
}

/** Where counts and log do not tell the same story; empty when they do. */
export function outcomeFaults(outcomes: LoadOutcomes): string[] {
  return Object.entries(outcomes.operations).flatMap(([operation, { failed, lost }]) => {
    const logged = outcomes.notFine.filter((one) => one.operation === operation).length;
    return [
      ...(lost === 0 ? [] : [`${operation}: ${lost} requests began of which no outcome is known.`]),
      ...(logged === failed ? [] : [`${operation}: ${failed} requests failed, but ${logged} are logged.`]),
    ];
  });
}

/** Other lines of the log are k6's own. */
function readNotFine(line: string): z.infer<typeof notFine>[] {
  if (!line.startsWith('{')) return [];
  try {
    const parsed = notFine.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
