import type { ChannelClient } from '../channel/client.ts';
import { errorType, verdictOfError } from '../channel/error-verdict.ts';
import type { CheckError, ToolRecord } from '../model/observing/record.ts';

export interface ToldCheck {
  readonly channel: ChannelClient;
  readonly checkId: string;
  /** Aborted when the check ran out of time: from then on others speak for it. */
  readonly signal: AbortSignal;
}

type Ending = Pick<Extract<ToolRecord, { kind: 'check-finished' }>, 'status' | 'cause' | 'error'>;

/**
 * Runs the body and tells the run from within the worker when the check begins and how it ended. Vitest tells it too, but up
 * to 100 ms later, and never when the worker dies: then the checks before would be lost, and nobody knew which one it was.
 */
export async function telling(told: ToldCheck, body: () => Promise<void>): Promise<void> {
  const { channel, checkId, signal } = told;
  const startedMs = performance.now();
  const tell = (ending: Ending) => {
    if (signal.aborted) return;
    const durationMs = Math.round(performance.now() - startedMs);
    channel.tell({ kind: 'check-finished', checkId, durationMs, ...ending });
  };
  channel.tell({ kind: 'check-started', checkId });
  try {
    await body();
  } catch (error) {
    tell({ ...verdictOfError(error as object), error: checkErrorOf(error) });
    throw error;
  }
  tell({ status: 'passed', cause: null, error: null });
}

function checkErrorOf(error: unknown): CheckError {
  if (!(error instanceof Error)) return { type: 'Error', message: String(error), stack: '' };
  return { type: errorType(error), message: error.message, stack: error.stack ?? '' };
}
