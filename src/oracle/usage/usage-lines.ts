import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import { type Fraction, isZero, minus, total, zero } from '../arithmetic/fraction.ts';
import { plainText, roundedTo } from '../arithmetic/rounding.ts';
import { missingToCommitment } from '../rating/commitment.ts';
import type { BillingHistory, MeteredUsage } from '../subscription/billing-history.ts';
import { type DueCharge, type DueLine, namesOf } from '../subscription/service.ts';
import { dayInZone } from '../time/time-zone.ts';
import { newTrail, type Trail } from '../trail.ts';
import { isTaken } from './late-lines.ts';
import { meteredParts } from './metering.ts';
import { eventsWithin, once } from './metering-answer.ts';

interface UsagePart {
  readonly kind: 'usage' | 'commitment';
  readonly code: string;
  readonly quantity: Fraction;
  readonly amount: Fraction;
}

interface UsageDue {
  readonly due: DueCharge<UsageCharge>;
  readonly history: BillingHistory;
  readonly profile: PolicyProfile;
}

/**
 * What was metered while the service ran, priced when it is over: a line for each price of the charge, and what is missing
 * to its minimum. For usage that comes after that bill, the difference that it makes, with the day on which it came.
 */
export function usageLines(
  due: DueCharge<UsageCharge>,
  history: BillingHistory,
  profile: PolicyProfile,
): readonly DueLine[] {
  const of = { due, history, profile };
  const { period } = due.service;
  const readings = takenReadings(of);
  const inTime = readings.filter((reading) => arrivalOf(reading, history) < period.to);
  const days = new Set(
    readings.map((reading) => arrivalOf(reading, history)).filter((day) => day >= period.to),
  );
  const trail = newTrail();
  let reached = partsOf(of, inTime, trail);
  const lines = reached.map(
    (part): DueLine => ({ ...lineOf(of, part, trail), isSilent: isSilent(of, part) }),
  );
  for (const day of [...days].sort()) {
    const trailOfDay = newTrail();
    trailOfDay.note('with what came later, on', day);
    const known = readings.filter((reading) => arrivalOf(reading, history) <= day);
    const now = partsOf(of, known, trailOfDay);
    const change = now.map((part, index) => differenceOf(of, part, reached[index] ?? part));
    lines.push(...change.map((part) => ({ ...lineOf(of, part, trailOfDay), dueOn: day, arrived: day })));
    reached = now;
  }
  return lines;
}

function lineOf({ due }: UsageDue, part: UsagePart, trail: Trail): DueLine {
  const { period } = due.service;
  const { kind, code, quantity, amount } = part;
  return {
    dueOn: period.to,
    line: { ...namesOf(due), charge: code, kind, period, quantity: plainText(quantity) },
    amount,
    taxCategory: due.charge.taxCategory ?? null,
    trail: trail.steps,
  };
}

function isSilent(of: UsageDue, { code, quantity, amount, kind }: UsagePart): boolean {
  const { due, profile } = of;
  if (!isZero(billed(of, amount)) || (kind === 'usage' && !isZero(quantity))) return false;
  return profile.zeroUsage === 'no-line' || code !== due.charge.code || kind === 'commitment';
}

/** What was billed is whole minor units, and so is what is left to bill. */
function differenceOf(of: UsageDue, now: UsagePart, before: UsagePart): UsagePart {
  return {
    ...now,
    quantity: minus(now.quantity, before.quantity),
    amount: minus(billed(of, now.amount), billed(of, before.amount)),
  };
}

function billed({ history, profile }: UsageDue, amount: Fraction): Fraction {
  return roundedTo(amount, minorUnitDigits(history.currency), profile.roundingMode);
}

function partsOf(of: UsageDue, events: readonly MeteredUsage[], trail: Trail): readonly UsagePart[] {
  const { due, history, profile } = of;
  const { charge, service } = due;
  trail.note(`${events.length} readings of ${charge.meter} from ${service.period.from}`, history.timeZone);
  const used = meteredParts(charge, { events, zone: history.timeZone, period: service.grid.full }, trail).map(
    (part): UsagePart => ({ kind: 'usage', ...part }),
  );
  if (charge.minimum === undefined) return used;
  const already = total(used.map(({ amount }) => billed(of, amount)));
  const amount = missingToCommitment(
    {
      minimum: charge.minimum,
      used: service.period,
      whole: service.grid.full,
      already,
      currency: history.currency,
    },
    profile,
    trail,
  );
  return [...used, { kind: 'commitment', code: `${charge.code} minimum`, quantity: zero, amount }];
}

/** Every reading of the period once that the charge of the subscription is for, if it came while it was taken. */
function takenReadings({ due, history, profile }: UsageDue): readonly MeteredUsage[] {
  const { key } = due.service.stint.subscription;
  const { period } = due.service;
  const own = once(history.usage.filter(({ meter }) => meter === due.charge.meter)).filter(
    ({ subscription }) => subscription === undefined || subscription === key,
  );
  return eventsWithin(own, period, history.timeZone).filter((reading) => {
    const usedOn = dayInZone(reading.at, history.timeZone);
    const use = { usedOn, arrived: arrivalOf(reading, history), billedOn: period.to };
    return isTaken(use, profile.lateUsageDays ?? 0);
  });
}

function arrivalOf(reading: MeteredUsage, history: BillingHistory): LocalDate {
  return reading.arrived ?? dayInZone(reading.at, history.timeZone);
}
