import { randomUUID } from 'node:crypto';

/** An id that cannot be guessed from another one. */
export function newId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 24)}`;
}
