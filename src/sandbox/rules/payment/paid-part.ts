import type { Charge } from '../../../model/billing/catalog.ts';
import type { LocalDate, Period } from '../../../model/date.ts';
import { later } from '../../arithmetic/earlier.ts';

export interface PaidPartQuestion {
  readonly charge: Charge;
  readonly used: Period;
  /** The first day after the trial; null without one. */
  readonly trialEnd: LocalDate | null;
}

/** The days that are not free; null when all are. Only recurring charges that are not charged in a trial are ever free. */
export function paidPart({ charge, used, trialEnd }: PaidPartQuestion): Period | null {
  const isFreeInTrial = charge.kind === 'recurring' && charge.inTrial !== 'charged';
  const from = trialEnd === null || !isFreeInTrial ? used.from : later(used.from, trialEnd);
  return from < used.to ? { from, to: used.to } : null;
}
