import type { CheckIndex } from '../wire.ts';

export interface CheckFilter {
  /** Words that must all occur in title, group, file or id, in any case. */
  readonly words: string;
  /** Position in `index.phases`; null for all. */
  readonly phase: number | null;
  /** Positions in `index.statuses`; none means all. */
  readonly statuses: ReadonlySet<number>;
}

export interface CheckFinder {
  /** The positions that a filter lets through, in their order. */
  readonly find: (filter: CheckFilter) => readonly number[];
  /** Puts all texts in lower case, which the first search does otherwise. */
  readonly prepare: () => void;
}

export function checkFinder(index: CheckIndex): CheckFinder {
  let haystack: readonly string[] | null = null;
  const prepare = () => {
    haystack ??= searchable(index);
  };
  const find = (filter: CheckFilter) => {
    const words = filter.words
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length > 0) prepare();
    const found: number[] = [];
    for (let position = 0; position < index.id.length; position += 1) {
      const text = haystack?.[position] ?? '';
      if (isInScope(index, filter, position) && words.every((word) => text.includes(word))) {
        found.push(position);
      }
    }
    return found;
  };
  return { find, prepare };
}

function isInScope(index: CheckIndex, filter: CheckFilter, position: number): boolean {
  if (filter.phase !== null && index.phase[position] !== filter.phase) return false;
  return filter.statuses.size === 0 || filter.statuses.has(index.status[position] ?? -1);
}

function searchable(index: CheckIndex): readonly string[] {
  const groups = index.groups.map((group) => group.toLowerCase());
  const files = index.files.map((file) => file.toLowerCase());
  return index.id.map((id, position) => {
    const title = (index.title[position] ?? '').toLowerCase();
    const group = groups[index.group[position] ?? -1] ?? '';
    return `${id}\n${title}\n${group}\n${files[index.file[position] ?? -1] ?? ''}`;
  });
}
