/** What is said of something: steps, with their tables, and what our steps have no words for. */
export interface Said {
  readonly steps: readonly string[];
  readonly unsaid: readonly string[];
}

export function step(sentence: string, table: readonly string[] = []): Said {
  return { steps: [[sentence, ...table].join('\n')], unsaid: [] };
}

export function unsaid(what: string): Said {
  return { steps: [], unsaid: [what] };
}
