import type { Envelope, TestStepFinished, TestStepResult } from '@cucumber/messages';
import { CucumberIndex } from '../../../channel/cucumber-index.ts';
import { picklePlace } from '../../../channel/cucumber-title.ts';
import { errorOf, MessagesTries, outcomeOf, type Try } from './messages-try.ts';
import { statedMs } from './stated-time.ts';
import { strictValue, utf8Text } from './strict-text.ts';
import {
  plainPath,
  type ReportContent,
  ReportRefused,
  type StatedTime,
  type SuiteResult,
  shortened,
  spellingsOf,
} from './suite-result.ts';

/** Cucumber's message stream, of any of its implementations. Throws ReportRefused, also when the stream has no end. */
export function readCucumberMessages(bytes: Uint8Array): ReportContent {
  const reader = new MessagesReader();
  for (const [index, line] of utf8Text(bytes).split('\n').entries()) {
    if (line.trim() !== '') reader.hear(envelopeOf(line, index + 1));
  }
  return reader.content();
}

function envelopeOf(line: string, number: number): Envelope {
  const value = strictValue(line, `line ${number}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ReportRefused(`line ${number} is no message of cucumber`);
  return value as Envelope;
}

class MessagesReader {
  readonly #index = new CucumberIndex();
  readonly #tries = new MessagesTries();
  readonly #times: StatedTime[] = [];
  readonly #runErrors: string[] = [];
  #end: 'success' | 'failure' | null = null;

  hear(message: Envelope): void {
    if (this.#end !== null)
      throw new ReportRefused('found a message after testRunFinished, which is the last');
    this.#index.learn(message);
    const { testRunStarted, testCase, testCaseStarted, testStepFinished, testCaseFinished } = message;
    if (testRunStarted) this.#times.push(...statedMs(testRunStarted.timestamp.seconds * 1000));
    if (testCase)
      this.#tries.announce(
        testCase.id,
        testCase.testSteps.map(({ id }) => id),
      );
    if (testCaseStarted) this.#tries.begin(testCaseStarted.testCaseId, testCaseStarted.id);
    if (testStepFinished) this.#hearStep(testStepFinished);
    if (testCaseFinished)
      this.#tries.begun(testCaseFinished.testCaseStartedId).end =
        testCaseFinished.willBeRetried === true ? 'to-be-retried' : 'final';
    this.#hearRun(message);
  }

  #hearStep({ testCaseStartedId, testStepId, testStepResult }: TestStepFinished): void {
    const { results, unheard } = this.#tries.begun(testCaseStartedId);
    results.push(testStepResult);
    unheard.delete(testStepId);
  }

  content(): ReportContent {
    if (this.#end === null)
      throw new ReportRefused(
        'its last message, testRunFinished, is not there; the run did not come to its end',
      );
    const results = this.#tries.all().map(([testCaseId, tries]) => this.#resultOf(testCaseId, tries));
    const allPassed = results.every(({ outcome }) => outcome === 'passed' || outcome === 'skipped');
    const unexplained =
      this.#end === 'failure' && allPassed && this.#runErrors.length === 0
        ? ['it says that the run failed, and no scenario says so']
        : [];
    return {
      results,
      times: this.#times,
      badTotals: [],
      runErrors: [...this.#runErrors, ...unexplained],
    };
  }

  #hearRun({ testRunFinished, testRunHookFinished, parseError }: Envelope): void {
    if (testRunFinished) this.#end = testRunFinished.success ? 'success' : 'failure';
    if (parseError) this.#runErrors.push(shortened(parseError.message));
    if (testRunHookFinished && testRunHookFinished.result.status !== 'PASSED')
      this.#runErrors.push(testRunHookFinished.result.exception?.message ?? 'a hook of the run failed');
  }

  #resultOf(testCaseId: string, tries: readonly Try[]): SuiteResult {
    const { document, pickle } = this.#index.ofCase(testCaseId);
    const titlePath = plainPath(picklePlace(document, pickle).titlePath);
    const last = tries.at(-1);
    const outcome = last === undefined || last.end === 'open' ? 'skipped' : outcomeOf(last);
    return {
      titlePath,
      spellings: spellingsOf(titlePath),
      outcome,
      durationMs: Math.round((last?.results ?? []).reduce((sum, one) => sum + milliseconds(one), 0)),
      error: last === undefined || outcome === 'passed' || outcome === 'skipped' ? null : errorOf(last),
      earlier: tries.slice(0, -1).map((one) => ({
        status: outcomeOf(one) === 'failed' ? 'failed' : 'broken',
        error: errorOf(one),
      })),
    };
  }
}

function milliseconds({ duration }: TestStepResult): number {
  // A clock that was set back meanwhile makes it negative.
  return Math.max(0, duration.seconds * 1000 + duration.nanos / 1e6);
}
