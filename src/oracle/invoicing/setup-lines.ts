import type { Charge } from '../../model/billing/catalog.ts';
import { addDays } from '../../model/date.ts';
import { fractionOf } from '../arithmetic/fraction.ts';
import { priceOf } from '../rating/price.ts';
import { type DueCharge, type DueLine, namesOf } from '../subscription/service.ts';
import { newTrail } from '../trail.ts';

/** A setup fee is due once, on the first day of the subscription, in full: it pays for no time. */
export function setupLines(due: DueCharge<Extract<Charge, { kind: 'one-off' }>>): readonly DueLine[] {
  const { period, stint } = due.service;
  const { start } = stint.subscription;
  if (period.from !== start) return [];
  const trail = newTrail();
  const { amount } = priceOf(due.charge.price, { quantity: fractionOf('1'), runningTotals: [] }, trail);
  const line = {
    ...namesOf(due),
    kind: 'one-off' as const,
    period: { from: start, to: addDays(start, 1) },
    quantity: '1',
  };
  const taxCategory = due.charge.taxCategory ?? null;
  return [{ dueOn: start, line, amount, taxCategory, trail: trail.steps }];
}
