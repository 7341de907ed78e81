import type { Charge } from '../../model/billing/catalog.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import { unreachable } from '../../model/fault.ts';
import { compare, fractionOf, negated, times, whole } from '../arithmetic/fraction.ts';
import { plainText } from '../arithmetic/rounding.ts';
import { renewalFactor } from '../rating/agreed-price.ts';
import { priceOf } from '../rating/price.ts';
import { dayShare, shareOf } from '../rating/proration.ts';
import { type DueCharge, type DueLine, namesOf } from '../subscription/service.ts';
import { type Stretch, stretchesOf } from '../subscription/stretches.ts';
import { newTrail } from '../trail.ts';

type RecurringCharge = Extract<Charge, { kind: 'recurring' }>;

/**
 * In advance: the price of what is left of the period when a stretch of service begins, and back what is left of it when
 * the stretch is cut short. In arrears: the price of each stretch, when it is over.
 */
export function recurringLines(due: DueCharge<RecurringCharge>, profile: PolicyProfile): readonly DueLine[] {
  const { period, stint } = due.service;
  const question = { subscription: stint.subscription, charge: due.charge, period };
  return stretchesOf(question, profile).flatMap((stretch) => linesOfStretch(due, stretch, profile));
}

function linesOfStretch(
  due: DueCharge<RecurringCharge>,
  stretch: Stretch,
  profile: PolicyProfile,
): readonly DueLine[] {
  const { service, charge } = due;
  const { quantity } = stretch;
  switch (charge.timing) {
    case 'arrears': {
      const of = { from: stretch.from, to: stretch.to };
      return [shareLine(due, { kind: 'recurring', of, dueOn: stretch.to, quantity }, profile)];
    }
    case 'advance': {
      const { grid } = service;
      const dueOn = stretch.from;
      const kind = dueOn > grid.from ? 'proration-charge' : 'recurring';
      const charged: Period = { from: stretch.from, to: grid.to };
      const charges = [shareLine(due, { kind, of: charged, dueOn, quantity }, profile)];
      const unused: Period = { from: stretch.to, to: grid.to };
      if (unused.from >= unused.to || profile.prorationCredit === 'none') return charges;
      const credit = {
        kind: 'proration-credit',
        of: unused,
        dueOn: unused.from,
        quantity,
      } as const;
      return [...charges, shareLine(due, credit, profile)];
    }
    default:
      return unreachable(charge.timing, 'billing timing');
  }
}

interface WantedLine {
  readonly kind: 'recurring' | 'proration-charge' | 'proration-credit';
  readonly of: Period;
  readonly dueOn: LocalDate;
  readonly quantity: Stretch['quantity'];
}

function shareLine(due: DueCharge<RecurringCharge>, wanted: WantedLine, profile: PolicyProfile): DueLine {
  const { service, charge } = due;
  const trail = newTrail();
  const { quantity } = wanted;
  const listed = priceOf(charge.price, { quantity: fractionOf(quantity), runningTotals: [] }, trail);
  const factor = renewalFactor(service.stint.subscription, service.index);
  const price = times(listed.amount, factor);
  if (compare(factor, whole(1)) !== 0) trail.note(`raised at renewal: times ${plainText(factor)}`, price);
  const share = dayShare(wanted.of, service.grid.full, profile.dayCount);
  const part = shareOf(price, share);
  const amount = wanted.kind === 'proration-credit' ? negated(part) : part;
  if (share.days !== share.ofDays || wanted.kind !== 'recurring') {
    trail.note(`${share.days} of ${share.ofDays} days of ${plainText(price)}`, amount);
  }
  return {
    dueOn: wanted.dueOn,
    line: { ...namesOf(due), kind: wanted.kind, period: wanted.of, quantity },
    amount,
    taxCategory: charge.taxCategory ?? null,
    trail: trail.steps,
  };
}
