import type { CheckError } from '../../../model/observing/record.ts';
import { type SaidOutcome, saidOutcome } from './junit-status.ts';
import type { JunitCount } from './junit-totals.ts';
import { type EarlierTry, plainPath, type SuiteResult, shortened, spellingsOf } from './suite-result.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An element that says how a case ended, or how an earlier try of it did. */
export type MarkName = (typeof markNames)[number];
const markNames = [
  'failure',
  'error',
  'skipped',
  'flakyFailure',
  'flakyError',
  'rerunFailure',
  'rerunError',
] as const;

export interface Mark {
  readonly name: MarkName;
  readonly attributes: Attributes;
  text: string;
}

export interface OpenCase {
  readonly attributes: Attributes;
  readonly marks: Mark[];
}

export function isMark(name: string): name is MarkName {
  return (markNames as readonly string[]).includes(name);
}

/** Whether an element, by its name, may say that a test did not pass, in a dialect that is read or in one that nobody foresaw. */
export function speaksOfNoPass(name: string): boolean {
  return /fail|error|skip|pending|ignor|disab|incomplete|abort|warning/i.test(name.split(':').at(-1) ?? '');
}

/** Elements that hold text of the test itself, or more on a failure that counts already. */
export function isFreeInside(name: string): boolean {
  return ['properties', 'system-out', 'system-err'].includes(name) || (isMark(name) && name !== 'skipped');
}

/** The case as a result; `groups` are the names of the suites around it, the outermost first. */
export function resultOf({ attributes, marks }: OpenCase, groups: readonly string[]): SuiteResult {
  const [name = '', className = ''] = [attributes['name'], attributes['classname']];
  const titlePath = plainPath([...groups, className, name]);
  const ended = endOf(marks);
  return {
    titlePath,
    spellings: spellingsOf(
      titlePath,
      className === '' ? [] : [`${className}.${name}`, `${className}::${name}`],
    ),
    outcome: outcomeOf({ attributes, marks }),
    durationMs: durationMsOf(attributes['time'] ?? ''),
    error: ended === undefined ? errorSaid(saidAlone({ attributes, marks })) : errorOf(ended),
    earlier: earlierTries(marks, ended),
  };
}

const plainSeconds = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** As surefire writes them from 1000 s on. A comma without a point after it may be either, so it says nothing. */
const groupedSeconds = /^[1-9]\d{0,2}(,\d{3})+\.\d+$/;
const secondsMax = 1e8;

/** 0 when it is not told, or is no length of time. */
function durationMsOf(time: string): number {
  const text = time.trim();
  const isTold = plainSeconds.test(text) || groupedSeconds.test(text);
  const seconds = isTold ? Number(text.replaceAll(',', '')) : 0;
  return seconds > secondsMax ? 0 : Math.round(seconds * 1000);
}

function endOf(marks: readonly Mark[]): Mark | undefined {
  return marks.find(({ name }) => name === 'failure') ?? marks.find(({ name }) => name === 'error');
}

function outcomeOf({ attributes, marks }: OpenCase): SuiteResult['outcome'] {
  const ended = endOf(marks);
  if (ended !== undefined) return ended.name === 'failure' ? 'failed' : 'error';
  if (marks.some(({ name }) => name === 'skipped')) return 'skipped';
  return saidOutcome(attributes)?.kind ?? 'passed';
}

/** What the attributes say where no mark says how the case ended. */
function saidAlone({ attributes, marks }: OpenCase): SaidOutcome {
  const isMarked = endOf(marks) !== undefined || marks.some(({ name }) => name === 'skipped');
  return isMarked ? null : saidOutcome(attributes);
}

function errorSaid(said: SaidOutcome): CheckError | null {
  if (said?.kind !== 'error') return null;
  return { type: 'Failure', message: `the report says ${said.said} and no more`, stack: '' };
}

/** Of a case that failed for good the last try is the result; of one that passed, the passing try is. */
function earlierTries(marks: readonly Mark[], ended: Mark | undefined): readonly EarlierTry[] {
  const flaky = marks.filter(({ name }) => name === 'flakyFailure' || name === 'flakyError');
  const repeated = marks.filter(({ name }) => name === 'rerunFailure' || name === 'rerunError');
  const failing = ended === undefined ? [] : [ended, ...repeated].slice(0, -1);
  return [...flaky, ...(ended === undefined ? repeated : failing)].map((mark) => ({
    status: /error$/i.test(mark.name) ? 'broken' : 'failed',
    error: errorOf(mark),
  }));
}

export function errorOf({ name, attributes, text }: Mark): CheckError {
  const stack = text.trim();
  const message = (attributes['message'] ?? '').trim();
  return {
    type: attributes['type'] || (name === 'skipped' ? 'Skipped' : 'Failure'),
    message: shortened(message || stack.split('\n')[0] || `the report says "${name}" and no more`),
    stack: shortened(stack),
  };
}

export function countOf({ attributes, marks }: OpenCase): JunitCount {
  const of = (name: MarkName) => marks.filter((mark) => mark.name === name).length;
  const [failures, errors, said] = [of('failure'), of('error'), saidAlone({ attributes, marks })];
  return {
    cases: 1,
    failures: Math.min(1, failures),
    failureElements: failures,
    errors: Math.min(1, errors),
    errorElements: errors,
    saidFailing: said?.kind === 'error' ? 1 : 0,
    skipped: of('skipped') > 0 || saidOutcome(attributes)?.kind === 'skipped' ? 1 : 0,
    saidSkipped: said?.kind === 'skipped' ? 1 : 0,
    repeated: marks.some(({ name }) => /^(flaky|rerun)/.test(name)) ? 1 : 0,
  };
}
