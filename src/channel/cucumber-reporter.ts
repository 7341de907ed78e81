import type { Envelope, TestStepFinished, TestStepResult } from '@cucumber/messages';
import type { ToolRecord } from '../model/observing/record.ts';
import type { ChannelClient } from './client.ts';
import { takeFailure } from './cucumber-failure.ts';
import { CucumberIndex, type KnownPickle } from './cucumber-index.ts';
import { checkErrorOf, type PickleVerdict, verdictOfResults } from './cucumber-verdict.ts';

export interface CucumberReporterParts {
  readonly channel: ChannelClient;
  readonly idOf: (known: KnownPickle) => string;
}

export interface CucumberReporter {
  readonly take: (envelope: Envelope) => void;
  /** Resolves when every record is on disk; answers how many scenarios did not pass. */
  readonly settled: () => Promise<number>;
}

interface Attempt {
  readonly checkId: string;
  readonly known: KnownPickle;
  readonly startedMs: number;
  readonly results: TestStepResult[];
  readonly errors: unknown[];
  readonly sentences: (string | null)[];
}

/** Tells the run when each scenario begins and how it ended, from the messages of cucumber. */
export function cucumberReporter({ channel, idOf }: CucumberReporterParts): CucumberReporter {
  const index = new CucumberIndex();
  const attempts = new Map<string, Attempt>();
  const sent: Promise<void>[] = [];
  let notPassed = 0;

  function start({ testCaseId, id }: { readonly testCaseId: string; readonly id: string }): void {
    const known = index.ofCase(testCaseId);
    const checkId = idOf(known);
    const startedMs = performance.now();
    attempts.set(id, { checkId, known, startedMs, results: [], errors: [], sentences: [] });
    takeFailure();
    sent.push(channel.record({ kind: 'check-started', checkId }));
  }

  function finishStep({ testCaseStartedId, testStepId, testStepResult }: TestStepFinished): void {
    const attempt = attempts.get(testCaseStartedId);
    attempt?.results.push(testStepResult);
    attempt?.errors.push(takeFailure());
    attempt?.sentences.push(index.sentenceOf(attempt.known, testStepId));
  }

  function finish(startedId: string): void {
    const attempt = attempts.get(startedId);
    if (attempt === undefined) return;
    attempts.delete(startedId);
    const verdict = verdictOfResults(attempt.results, attempt.errors);
    if (verdict.status !== 'passed') notPassed += 1;
    sent.push(channel.record(finished(attempt, verdict)));
  }

  return {
    take: (envelope) => {
      const { testCaseStarted, testStepFinished, testCaseFinished } = envelope;
      index.learn(envelope);
      if (testCaseStarted) start(testCaseStarted);
      if (testStepFinished) finishStep(testStepFinished);
      if (testCaseFinished) finish(testCaseFinished.testCaseStartedId);
    },
    settled: async () => {
      await Promise.all(sent.splice(0));
      return notPassed;
    },
  };
}

function finished(attempt: Attempt, verdict: PickleVerdict): ToolRecord {
  return {
    kind: 'check-finished',
    checkId: attempt.checkId,
    status: verdict.status,
    cause: verdict.cause,
    durationMs: Math.round(performance.now() - attempt.startedMs),
    error:
      verdict.status === 'passed' ? null : checkErrorOf(attempt.results, attempt.errors, attempt.sentences),
  };
}
