import type { Reporter, TestCase } from 'vitest/node';
import type { CheckError } from '../model/observing/record.ts';
import type { ChannelClient } from './client.ts';
import { errorType, verdictOfError } from './error-verdict.ts';

export interface ChannelReporterParts {
  readonly channel: ChannelClient;
  readonly idOf: (test: TestCase) => string;
  /** Whether the test itself says that it begins, from within its worker: then that need not be said a second time. */
  readonly saysItBegins: (test: TestCase) => boolean;
}

/** Tells the run when each check begins and how it ended. A test that vitest skipped is not told: it has no result. */
export function channelReporter({ channel, idOf, saysItBegins }: ChannelReporterParts): Reporter {
  return {
    onTestCaseReady: (test) => {
      if (test.result().state === 'skipped' || saysItBegins(test)) return;
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
      channel.tell({ ...base, ...verdictOfError(errors[0] ?? {}), error });
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
