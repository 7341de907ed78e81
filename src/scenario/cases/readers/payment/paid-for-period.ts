import { type Fields, isObject } from '../../fields.ts';

/** Whether the period is told that was paid for, and nothing else: what an account owes does not depend on it. */
export function tellsPaidPeriod(subscription: unknown): boolean {
  const keys = isObject(subscription) ? Object.keys(subscription) : [];
  return keys.length > 0 && keys.every((key) => ['periodFrom', 'periodTo'].includes(key));
}

export function readPaidPeriod(given: Fields): void {
  if (!tellsPaidPeriod(given.peek('subscription'))) return;
  const period = given.object('subscription');
  for (const key of period.keys) period.day(key);
}
