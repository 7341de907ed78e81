import { randomUUID } from 'node:crypto';

/** Set for every tool, with a value of its own, and inherited by all that it starts: so we know whose child a stray process was. */
export const leashVariable = 'TOLLGATE_LEASH';

export function newLeashMark(): string {
  return randomUUID();
}
