import type { TestStepResult } from '@cucumber/messages';
import { checkErrorOf } from '../../../channel/cucumber-verdict.ts';
import type { CheckError } from '../../../model/observing/record.ts';
import { ReportRefused, type SuiteResult, shortened } from './suite-result.ts';

/** One try of a case, as its messages tell it. */
export interface Try {
  /** The case's steps and hooks of which nothing was heard yet. */
  readonly unheard: Set<string>;
  readonly results: TestStepResult[];
  end: 'open' | 'final' | 'to-be-retried';
}

/** The tries of every case that was announced. What leads to no one try of one case throws ReportRefused. */
export class MessagesTries {
  readonly #cases = new Map<string, { readonly steps: readonly string[]; readonly tries: Try[] }>();
  readonly #begun = new Map<string, Try>();

  announce(testCaseId: string, steps: readonly string[]): void {
    if (this.#cases.has(testCaseId)) throw new ReportRefused('found a case that was announced twice');
    this.#cases.set(testCaseId, { steps, tries: [] });
  }

  begin(testCaseId: string, startedId: string): void {
    const known = this.#cases.get(testCaseId);
    if (known === undefined) throw new ReportRefused('found a case that was begun and never announced');
    if (this.#begun.has(startedId)) throw new ReportRefused('found a try of a case that was begun twice');
    const one: Try = { unheard: new Set(known.steps), results: [], end: 'open' };
    known.tries.push(one);
    this.#begun.set(startedId, one);
  }

  begun(startedId: string): Try {
    const found = this.#begun.get(startedId);
    if (found === undefined) throw new ReportRefused('found the end of a step or case that never began');
    return found;
  }

  /** The tries of each case in order; the last one is final, unless it has no end. */
  all(): readonly (readonly [testCaseId: string, tries: readonly Try[]])[] {
    const lists = [...this.#cases].map(([id, { tries }]) => [id, tries] as const);
    if (lists.some(([, tries]) => tries.at(-1)?.end === 'to-be-retried'))
      throw new ReportRefused('found a case that was to be tried again, and its next try is not there');
    return lists;
  }
}

/** The first step that did not pass decides; what follows it was left out. A pass needs the result of every step. */
export function outcomeOf({ results, unheard }: Try): SuiteResult['outcome'] {
  const first = results.find(({ status }) => status !== 'PASSED');
  if (first === undefined) return results.length === 0 || unheard.size > 0 ? 'error' : 'passed';
  if (first.status === 'FAILED') return 'failed';
  return first.status === 'SKIPPED' ? 'skipped' : 'error';
}

export function errorOf({ results, unheard }: Try): CheckError {
  if (unheard.size > 0 && results.every(({ status }) => status === 'PASSED')) {
    const steps = results.length + unheard.size;
    const message = `the report has the results of ${results.length} of its ${steps} steps and hooks, all passed`;
    return { type: 'Failure', message, stack: '' };
  }
  const { type, message, stack } = checkErrorOf(results);
  return { type, message: shortened(message), stack: shortened(stack) };
}
