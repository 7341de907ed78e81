/** The patterns that a sentence comes nearest to, for an author whose sentence is not known. */
export function nearestPatterns(sentence: string, patterns: readonly string[], count = 3): readonly string[] {
  const words = wordsOf(sentence.replace(/"[^"]*"/g, '{}'));
  return patterns
    .map((pattern) => ({ pattern, distance: wordDistance(words, wordsOf(pattern)) }))
    .sort((left, right) => left.distance - right.distance || (left.pattern < right.pattern ? -1 : 1))
    .slice(0, count)
    .map(({ pattern }) => pattern);
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/\(\w+\)/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Words to add, take out or replace; a placeholder stands for any word. */
function wordDistance(left: readonly string[], right: readonly string[]): number {
  let row = right.map((_, index) => index + 1);
  row.unshift(0);
  for (const [index, word] of left.entries()) {
    const next = [index + 1];
    for (const [column, other] of right.entries()) {
      const same = (row[column] ?? 0) + replacingCost(word, other);
      next.push(Math.min(same, (next[column] ?? 0) + 1, (row[column + 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Letters in another order are the commonest slip of the fingers, and half a mistake. */
function replacingCost(word: string, other: string): number {
  if (word === other || other.startsWith('{')) return 0;
  return lettersOf(word) === lettersOf(other) ? 0.5 : 1;
}

function lettersOf(word: string): string {
  return [...word.toLowerCase()].sort().join('');
}
