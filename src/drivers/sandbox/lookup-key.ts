import { randomUUID } from 'node:crypto';

/** By which a write that may be repeated can be looked up when its answer is lost; no two are the same. */
export function lookupKey(prefix: string): string {
  return `${prefix}/${randomUUID()}`;
}

/** A key in which a secret was masked is not the one that was sent. */
export function isWholeKey(key: string): boolean {
  return key !== '' && !key.includes('[secret:');
}
