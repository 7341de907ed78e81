import { randomBytes } from 'node:crypto';

/** An id that cannot be guessed from another one. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}
