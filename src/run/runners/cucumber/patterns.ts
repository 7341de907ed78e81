import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { isCatastrophic } from './catastrophic-pattern.ts';

/** The parts of a loaded step definition that cucumber gives no name to in its interface. */
interface LoadedPattern {
  readonly uri: string;
  readonly line: number;
  readonly pattern: string | RegExp;
  readonly expression: { readonly regexp: RegExp };
}

/**
 * Steps whose expressions could keep us waiting for ever on an innocent sentence. Asked before any sentence is matched; the
 * types that an expression names in braces are part of it.
 */
export function patternFaults(support: ISupportCodeLibrary): readonly string[] {
  const { stepDefinitions } = support as unknown as { readonly stepDefinitions: readonly LoadedPattern[] };
  return stepDefinitions
    .filter(({ expression }) => isCatastrophic(expression.regexp))
    .map(
      ({ uri, line, pattern }) =>
        `${uri}:${line}: the expression ${pattern} can take time without end on a sentence that almost fits; repeat nothing that repeats itself.`,
    );
}
