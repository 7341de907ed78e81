import type { LocalDate } from '../../model/date.ts';
import type { Claim } from './claim.ts';
import type { Fields } from './fields.ts';
import type { PublishedCase } from './published-case.ts';

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
}

/** One kind of case: knows its own by their shape, and turns what they state into claims on calculations. */
export interface CaseReader {
  readonly name: string;
  fits(open: OpenCase): boolean;
  read(open: OpenCase): readonly Claim[];
}

/** Whether the first step begins with one of the words. */
export function begins(open: OpenCase, ...words: readonly string[]): boolean {
  const first = open.steps[0]?.verb ?? '';
  return words.some((word) => first === word || first.startsWith(`${word} `));
}
