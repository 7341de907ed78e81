import type { Envelope, TestStepResult } from '@cucumber/messages';
import { CucumberIndex } from '../../../channel/cucumber-index.ts';
import { picklePlace } from '../../../channel/cucumber-title.ts';
import { checkErrorOf } from '../../../channel/cucumber-verdict.ts';
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

interface Try {
  readonly results: TestStepResult[];
  isFinished: boolean;
}

class MessagesReader {
  readonly #index = new CucumberIndex();
  readonly #tries = new Map<string, Try[]>();
  readonly #begun = new Map<string, Try>();
  readonly #times: StatedTime[] = [];
  readonly #runErrors: string[] = [];
  #end: 'success' | 'failure' | null = null;

  hear(message: Envelope): void {
    this.#index.learn(message);
    const { testRunStarted, testCase, testCaseStarted, testStepFinished, testCaseFinished } = message;
    if (testRunStarted) this.#times.push(...statedMs(testRunStarted.timestamp.seconds * 1000));
    if (testCase) this.#tries.set(testCase.id, []);
    if (testCaseStarted) this.#begin(testCaseStarted.testCaseId, testCaseStarted.id);
    if (testStepFinished)
      this.#begun.get(testStepFinished.testCaseStartedId)?.results.push(testStepFinished.testStepResult);
    const ended = testCaseFinished && this.#begun.get(testCaseFinished.testCaseStartedId);
    if (ended) ended.isFinished = true;
    this.#hearRun(message);
  }

  content(): ReportContent {
    if (this.#end === null)
      throw new ReportRefused(
        'its last message, testRunFinished, is not there; the run did not come to its end',
      );
    const results = [...this.#tries].map(([testCaseId, tries]) => this.#resultOf(testCaseId, tries));
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

  #begin(testCaseId: string, startedId: string): void {
    const tries = this.#tries.get(testCaseId);
    if (tries === undefined) throw new ReportRefused('found a case that was begun and never announced');
    const one: Try = { results: [], isFinished: false };
    tries.push(one);
    this.#begun.set(startedId, one);
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
    const outcome = last === undefined || !last.isFinished ? 'skipped' : outcomeOf(last.results);
    return {
      titlePath,
      spellings: spellingsOf(titlePath),
      outcome,
      durationMs: Math.round((last?.results ?? []).reduce((sum, one) => sum + milliseconds(one), 0)),
      error:
        last === undefined || outcome === 'passed' || outcome === 'skipped' ? null : errorOf(last.results),
      earlier: tries.slice(0, -1).map(({ results }) => ({
        status: outcomeOf(results) === 'failed' ? 'failed' : 'broken',
        error: errorOf(results),
      })),
    };
  }
}

/** The first step that did not pass decides; what follows it was left out. */
function outcomeOf(results: readonly TestStepResult[]): SuiteResult['outcome'] {
  const first = results.find(({ status }) => status !== 'PASSED');
  if (first === undefined) return results.length === 0 ? 'error' : 'passed';
  if (first.status === 'FAILED') return 'failed';
  return first.status === 'SKIPPED' ? 'skipped' : 'error';
}

function errorOf(results: readonly TestStepResult[]) {
  const { type, message, stack } = checkErrorOf(results);
  return { type, message: shortened(message), stack: shortened(stack) };
}

function milliseconds({ duration }: TestStepResult): number {
  return duration.seconds * 1000 + duration.nanos / 1e6;
}
