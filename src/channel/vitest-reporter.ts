import type { Reporter, TestCase } from 'vitest/node';
import type { CheckError, FailureCause } from '../model/observing/record.ts';
import type { ChannelClient } from './client.ts';
import { errorType, verdictOfError } from './error-verdict.ts';

export interface ChannelReporterParts {
  readonly channel: ChannelClient;
  readonly idOf: (test: TestCase) => string;
}

/** Tells the run when each check begins and how it ended. A test that vitest skipped is not told: it has no result. */
export function channelReporter({ channel, idOf }: ChannelReporterParts): Reporter {
  return {
    onTestCaseReady: (test) => {
      if (test.result().state === 'skipped') return;
      // Said by its worker, too, but on another wire: what the session answers comes after this, so that it knows who began.
      channel.tell({ kind: 'check-started', checkId: idOf(test) });
    },
    onTestCaseResult: (test) => {
      const result = test.result();
      if (result.state === 'skipped' || result.state === 'pending') return;
      const durationMs = Math.round(test.diagnostic()?.duration ?? 0);
      const base = { kind: 'check-finished', checkId: idOf(test), durationMs } as const;
      if (result.state === 'passed') {
        channel.tell({ ...base, status: 'passed', cause: null, error: null });
        return;
      }
      const errors = result.errors ?? [];
      const error = checkErrorOf(errors);
      const verdict = /Test timed out in/.test(error.message)
        ? ({ status: 'broken', cause: 'timed-out' satisfies FailureCause } as const)
        : verdictOfError(errors[0] ?? {});
      channel.tell({ ...base, ...verdict, error });
    },
  };
}

/** An error as it comes from the process of the test, with the code of a fault. */
interface SerialisedError {
  readonly name?: string;
  readonly code?: unknown;
  readonly message?: string;
  readonly stack?: string;
}

function checkErrorOf(errors: readonly SerialisedError[]): CheckError {
  return {
    type: errorType(errors[0] ?? {}),
    message: errors.map((error) => error.message ?? '').join('\n\n'),
    stack: errors[0]?.stack ?? '',
  };
}
