import type { OpenCase } from './case-reader.ts';
import { isObject } from './fields.ts';
import { Inexpressible } from './unreadable.ts';

/**
 * Readers take the first day of service from the subscription. A step that begins it on another day says something that
 * none of them would heed.
 */
export function refuseOtherBeginning({ given, case: { when } }: OpenCase): void {
  const subscription = given.peek('subscription');
  const start = isObject(subscription) ? subscription['start'] : undefined;
  if (typeof start !== 'string') return;
  const other = when.find(
    ({ do: verb, at }) => /^(create|start|subscribe)/i.test(verb) && at !== null && !isSameDay(at, start),
  );
  if (other !== undefined)
    throw new Inexpressible(`a beginning on ${other.at}, and not on the first day of service ${start}`);
}

function isSameDay(one: string, other: string): boolean {
  return one.slice(0, 10) === other.slice(0, 10);
}
