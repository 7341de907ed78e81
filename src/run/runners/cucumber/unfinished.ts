const unfinished = new Set([
  '@wip',
  '@skip',
  '@skipped',
  '@ignore',
  '@ignored',
  '@todo',
  '@pending',
  '@only',
  '@focus',
]);

/** Tags by which other tools leave a scenario out without a word, or all others. */
export function unfinishedFaults(tags: readonly string[]): readonly string[] {
  return tags
    .filter((tag) => unfinished.has(tag.toLowerCase()))
    .map((tag) => `tagged ${tag}: not finished; finish it, or take it out of the features.`);
}
