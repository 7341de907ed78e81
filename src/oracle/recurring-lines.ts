import type { Charge } from '../model/billing/catalog.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { LocalDate, Period } from '../model/date.ts';
import { unreachable } from '../model/fault.ts';
import { fractionOf, negated } from './fraction.ts';
import { priceOf } from './price.ts';
import { dayShare, shareOf } from './proration.ts';
import { plainText } from './rounding.ts';
import { type DueCharge, type DueLine, namesOf } from './service.ts';
import { newTrail } from './trail.ts';

type RecurringCharge = Extract<Charge, { kind: 'recurring' }>;

/**
 * In advance: the price of what is left of the period when the service begins, and back what is left of it when the
 * service is cut short. In arrears: the price of the part that was served, when that is over.
 */
export function recurringLines(due: DueCharge<RecurringCharge>, profile: PolicyProfile): readonly DueLine[] {
  const { service, charge } = due;
  switch (charge.timing) {
    case 'arrears':
      return [shareLine(due, { kind: 'recurring', of: service.period, dueOn: service.period.to }, profile)];
    case 'advance': {
      const { grid, period, stint } = service;
      const kind = period.from > grid.from ? 'proration-charge' : 'recurring';
      const charged: Period = { from: period.from, to: grid.to };
      const charges = [shareLine(due, { kind, of: charged, dueOn: period.from }, profile)];
      const unused: Period = { from: period.to, to: grid.to };
      const isCutShort = stint.to !== null && unused.from < unused.to;
      if (!isCutShort || profile.prorationCredit === 'none') return charges;
      return [
        ...charges,
        shareLine(due, { kind: 'proration-credit', of: unused, dueOn: unused.from }, profile),
      ];
    }
    default:
      return unreachable(charge.timing, 'billing timing');
  }
}

function shareLine(
  due: DueCharge<RecurringCharge>,
  wanted: {
    readonly kind: 'recurring' | 'proration-charge' | 'proration-credit';
    readonly of: Period;
    readonly dueOn: LocalDate;
  },
  profile: PolicyProfile,
): DueLine {
  const { service, charge } = due;
  const trail = newTrail();
  const quantity = service.stint.subscription.quantity;
  const price = priceOf(charge.price, { quantity: fractionOf(quantity), runningTotals: [] }, trail);
  const share = dayShare(wanted.of, service.grid.full, profile.dayCount);
  const part = shareOf(price.amount, share);
  const amount = wanted.kind === 'proration-credit' ? negated(part) : part;
  if (share.days !== share.ofDays || wanted.kind !== 'recurring') {
    trail.note(`${share.days} of ${share.ofDays} days of ${plainText(price.amount)}`, amount);
  }
  return {
    dueOn: wanted.dueOn,
    line: { ...namesOf(due), kind: wanted.kind, period: wanted.of, quantity },
    amount,
    trail: trail.steps,
  };
}
