/** How often each of some things came. */
export type Counts = Readonly<Record<string, number>>;

/** Those that are named beforehand stand there with 0 when none came. */
export function counted(
  names: readonly string[],
  entries: readonly (readonly [name: string, count: number])[],
): Counts {
  const counts: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  for (const [name, count] of entries) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}
