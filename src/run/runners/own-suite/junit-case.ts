import type { CheckError } from '../../../model/observing/record.ts';
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

/** The case as a result; `groups` are the names of the suites around it, the outermost first. */
export function resultOf({ attributes, marks }: OpenCase, groups: readonly string[]): SuiteResult {
  const [name = '', className = ''] = [attributes['name'], attributes['classname']];
  const titlePath = plainPath([...groups, className, name]);
  const ended = marks.find((mark) => mark.name === 'failure') ?? marks.find((mark) => mark.name === 'error');
  return {
    titlePath,
    spellings: spellingsOf(
      titlePath,
      className === '' ? [] : [`${className}.${name}`, `${className}::${name}`],
    ),
    outcome: outcomeOf(attributes, { marks, ended }),
    durationMs: Math.round(Number((attributes['time'] ?? '').replaceAll(',', '')) * 1000) || 0,
    error: ended === undefined ? null : errorOf(ended),
    earlier: earlierTries(marks, ended),
  };
}

function outcomeOf(
  attributes: Attributes,
  { marks, ended }: { readonly marks: readonly Mark[]; readonly ended: Mark | undefined },
): SuiteResult['outcome'] {
  if (ended !== undefined) return ended.name === 'failure' ? 'failed' : 'error';
  return marks.some((mark) => mark.name === 'skipped') || wasNotRun(attributes) ? 'skipped' : 'passed';
}

/** GoogleTest writes a disabled test as a case without any mark. */
function wasNotRun({ status = '', result = '' }: Attributes): boolean {
  return /^(notrun|skipped|disabled|ignored)$/i.test(status) || /^(suppressed|skipped)$/i.test(result);
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
  const [failures, errors] = [of('failure'), of('error')];
  return {
    cases: 1,
    failures: Math.min(1, failures),
    failureElements: failures,
    errors: Math.min(1, errors),
    errorElements: errors,
    skipped: of('skipped') > 0 || wasNotRun(attributes) ? 1 : 0,
    repeated: marks.some(({ name }) => /^(flaky|rerun)/.test(name)) ? 1 : 0,
  };
}
