import { decimalFrom, decimalParts, isDecimal } from '../../model/decimal.ts';
import { isObject } from './fields.ts';
import type { PublishedCase } from './published-case.ts';

/** The same case with one figure of `expect` moved by one in its last place, and the path of that figure. */
export interface MovedCase {
  readonly path: string;
  readonly case: PublishedCase;
}

/** One case for each number and each date that a case expects: every one of them must be judged wrong. */
export function movedExpectations(published: PublishedCase): readonly MovedCase[] {
  const moves: MovedCase[] = [];
  walk(published.expect, 'expect', (path, expect) => {
    moves.push({ path, case: { ...published, expect: expect as PublishedCase['expect'] } });
  });
  return moves;
}

/** Calls back with a copy of the whole value for each leaf that can be moved. */
function walk(value: unknown, path: string, found: (path: string, moved: unknown) => void): void {
  if (typeof value === 'string') {
    const moved = moveText(value);
    if (moved !== null) found(path, moved);
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      walk(entry, `${path}[${index}]`, (inner, moved) => found(inner, value.with(index, moved)));
    }
    return;
  }
  if (!isObject(value)) return;
  for (const [key, entry] of Object.entries(value)) {
    walk(entry, `${path}.${key}`, (inner, moved) => found(inner, { ...value, [key]: moved }));
  }
}

function moveText(text: string): string | null {
  if (isDecimal(text)) {
    const { digits, scale } = decimalParts(text);
    return decimalFrom(digits + 1n, scale);
  }
  const share = /^(\d+)\/(\d+)$/.exec(text);
  if (share !== null) return `${Number(share[1]) + 1}/${share[2]}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const next = new Date(Date.parse(`${text}T00:00:00Z`) + 86_400_000);
  return next.toISOString().slice(0, 10);
}
