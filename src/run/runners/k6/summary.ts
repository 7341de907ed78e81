import { z } from 'zod';

const operation = z.object({
  operation: z.string(),
  ratePerSecond: z.number(),
  limitMs: z.number(),
  started: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  withinLimit: z.number().int(),
  latencyMs: z.record(z.string(), z.number()).nullable(),
});

const metric = z.object({
  values: z.record(z.string(), z.number()),
  thresholds: z.record(z.string(), z.object({ ok: z.boolean() })).optional(),
});

const summaryFile = z.object({
  runId: z.string(),
  seconds: z.number().positive(),
  testRunDurationMs: z.number().nonnegative(),
  operations: z.array(operation).default([]),
  metrics: z.record(z.string(), metric),
});

/** What the profile's `handleSummary` wrote. */
export type LoadSummary = z.infer<typeof summaryFile>;
export type LoadedOperation = z.infer<typeof operation>;

export type SummaryReading =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'read'; readonly summary: LoadSummary };

/** Reads a summary and believes it only if it belongs to this run. */
export function readSummary(text: string, runId: string): SummaryReading {
  const parsed = summaryFile.safeParse(parseJson(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { kind: 'unreadable', reason: `${issue?.path.join('.') || 'summary'}: ${issue?.message}` };
  }
  if (parsed.data.runId !== runId) {
    return {
      kind: 'unreadable',
      reason: `Found the summary of run ${parsed.data.runId}, expected that of ${runId}.`,
    };
  }
  return { kind: 'read', summary: parsed.data };
}

/** k6 writes a summary also when it was stopped: only one that covers the planned time tells of a finished load. */
export function isFinished(summary: LoadSummary): boolean {
  return summary.testRunDurationMs >= summary.seconds * 990;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
