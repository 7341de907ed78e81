import type { KnownDefect } from './known-defects.ts';
import type { ProvableCheck } from './messages.ts';

/** Endings differ between "repeated", "repeats" and "repeat". */
const stemLength = 5;
/** "a", "of", "its" say nothing. */
const wordMin = 4;

export type Likeness = (check: ProvableCheck, defect: Pick<KnownDefect, 'name' | 'title'>) => number;

/**
 * How much the title of each check speaks of what name and title of a defect do: the sum over the words that both have, of
 * which the rare ones count more. Zero: no word in common.
 */
export function likenessOf(checks: readonly ProvableCheck[]): Likeness {
  const words = new Map(checks.map((check) => [check, wordsOf(check.titlePath.join(' '))]));
  const counts = new Map<string, number>();
  for (const own of words.values()) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log(checks.length / (counts.get(word) ?? checks.length));
  return (check, { name, title }) => {
    const own = words.get(check);
    const asked = [...wordsOf(`${name} ${title}`)];
    return asked.reduce((sum, word) => (own?.has(word) ? sum + weight(word) : sum), 0);
  };
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter(({ length }) => length >= wordMin).map((word) => word.slice(0, stemLength)));
}
