import type { LocalDate } from '../../model/date.ts';
import type { Claim } from './claim.ts';
import type { Fields } from './fields.ts';
import type { PublishedCase } from './published-case.ts';
import { Inexpressible } from './unreadable.ts';

/** A case while it is read: what was asked for is kept, what was not is reported. */
export interface OpenCase {
  readonly case: PublishedCase;
  readonly given: Fields;
  readonly expect: Fields;
  readonly steps: readonly OpenStep[];
}

export interface OpenStep {
  /** The verb in lower case with spaces, such as "change plan immediately". */
  readonly verb: string;
  readonly at: LocalDate | null;
  readonly more: Fields;
  /** Whether a reader asked what the step does: one that nobody asked for is not part of what was judged. */
  readonly isRead: boolean;
}

export function openStep({ verb, at, more }: Omit<OpenStep, 'isRead'>): OpenStep {
  let isRead = false;
  return {
    get verb() {
      isRead = true;
      return verb;
    },
    get isRead() {
      return isRead;
    },
    at,
    more,
  };
}

/** One kind of case: knows its own by their shape, and turns what they state into claims on calculations. */
export interface CaseReader {
  readonly name: string;
  /** Whether it reads every step; without it only a case of one step is of the kind. */
  readonly readsSteps?: true;
  /** Whether a step answers the same whatever steps were before it, so that each may be read by itself. */
  readonly stepsStandAlone?: true;
  fits(open: OpenCase): boolean;
  read(open: OpenCase): readonly Claim[];
}

/** Whether the first step begins with one of the words. */
export function begins(open: OpenCase, ...words: readonly string[]): boolean {
  return beginsWith(open.steps[0]?.verb ?? '', words);
}

/** Refuses steps that do something else than one of the words says: looking at a step is not yet heeding it. */
export function acceptSteps({ steps }: OpenCase, ...words: readonly string[]): void {
  const other = steps.find(({ verb }) => !beginsWith(verb, words));
  if (other !== undefined) throw new Inexpressible(`the step "${other.verb}"`);
}

/** An end that waits for what was paid: "cancel at period end", or `effective: period_end`. */
export function waitsForPeriodEnd({ verb, more }: OpenStep): boolean {
  const stated = more.has('effective') ? more.text('effective').toLowerCase().replaceAll(/[_-]/g, ' ') : '';
  if (!['', 'now', 'immediately', 'immediate', 'period end', 'end of period'].includes(stated))
    throw new Inexpressible(`an end that is effective "${stated}"`);
  return /\bend of (the )?(period|term)|\b(period|term) end\b|\beot\b/.test(`${verb} ${stated}`);
}

/** Refuses steps after the first that do something else than one of the words says. */
export function acceptFurtherSteps({ steps }: OpenCase, ...words: readonly string[]): void {
  const other = steps.slice(1).find(({ verb }) => !beginsWith(verb, words));
  if (other !== undefined) throw new Inexpressible(`the step "${other.verb}"`);
}

function beginsWith(verb: string, words: readonly string[]): boolean {
  return words.some((word) => verb === word || verb.startsWith(`${word} `));
}
