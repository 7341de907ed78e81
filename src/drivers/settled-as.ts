import type { SettledWrite } from './agent-protocol.ts';

/** A driver of a team's own may answer anything; only the words of the port say that something is known. */
export function settledAs(intentId: string, answer: unknown): SettledWrite {
  const { outcome, detail } = (answer ?? {}) as { readonly outcome?: unknown; readonly detail?: unknown };
  if (outcome === 'done' || outcome === 'not-done' || outcome === 'unknown')
    return { intentId, outcome, detail: typeof detail === 'string' ? detail : '' };
  const found = (JSON.stringify(outcome) ?? 'nothing').slice(0, 100);
  return {
    intentId,
    outcome: 'unknown',
    detail: `its driver answered ${found}; expected "done", "not-done" or "unknown"`,
  };
}
