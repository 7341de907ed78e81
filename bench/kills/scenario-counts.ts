import { existsSync, readFileSync } from 'node:fs';

export interface ScenarioCount {
  readonly begins: number;
  readonly ends: number;
}

/** What the project's own hooks wrote for every scenario that cucumber played. */
export function scenarioCounts(countFile: string): ReadonlyMap<string, ScenarioCount> {
  const counts = new Map<string, { begins: number; ends: number }>();
  if (!existsSync(countFile)) return counts;
  for (const line of readFileSync(countFile, 'utf8').split('\n').slice(0, -1)) {
    const [word, name = ''] = line.split('\t');
    const count = counts.get(name) ?? { begins: 0, ends: 0 };
    if (word === 'begins') count.begins += 1;
    if (word === 'ends') count.ends += 1;
    counts.set(name, count);
  }
  return counts;
}

/** Scenarios that were never played to their end, and those that were played again although the run knew their result. */
export function scenarioComplaints(
  counts: ReadonlyMap<string, ScenarioCount>,
  expected: readonly string[],
  finishedBefore: ReadonlySet<string>,
): readonly string[] {
  const missing = expected.filter((name) => (counts.get(name)?.ends ?? 0) === 0);
  const again = [...counts].filter(([name, { begins }]) => begins > 1 && finishedBefore.has(name));
  return [
    ...missing.map((name) => `scenario "${name}" was never played to its end`),
    ...again.map(([name, { begins }]) => `scenario "${name}" had a result and was begun ${begins} times`),
  ];
}
