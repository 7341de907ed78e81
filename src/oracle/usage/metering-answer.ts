import type { Calculation, CalculationAnswer, MeteredEvent } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import type { Period, TimeZoneId } from '../../model/date.ts';
import { total, zero } from '../arithmetic/fraction.ts';
import { fixedText, plainText, roundedTo } from '../arithmetic/rounding.ts';
import { dayInZone } from '../time/time-zone.ts';
import type { Trail } from '../trail.ts';
import { meteredParts } from './metering.ts';

type MeteringQuestion = Extract<Calculation, { kind: 'metering' }>;

/** Each period apart: what was metered in it, and its price rounded line by line. */
export function meteringAnswer(
  question: MeteringQuestion,
  profile: PolicyProfile,
  trail: Trail,
): CalculationAnswer {
  const { charge, currency, timeZone } = question;
  const digits = minorUnitDigits(currency);
  const events = once(question.events);
  const periods = question.periods.map((period) => {
    trail.note(`${period.from} until before ${period.to}`, timeZone);
    const within =
      charge.aggregation === 'weighted-sum'
        ? eventsBefore(events, period, timeZone)
        : eventsWithin(events, period, timeZone);
    if (within.length === 0 && question.unusedPeriods === 'free') {
      trail.note('no usage, nothing is charged', zero);
      return { quantity: '0', amount: fixedText(zero, digits) };
    }
    const parts = meteredParts(charge, { events: within, zone: timeZone, period }, trail);
    const lines = parts.map(({ amount }) => roundedTo(amount, digits, profile.roundingMode));
    return {
      quantity: plainText(total(parts.map(({ quantity }) => quantity))),
      amount: fixedText(total(lines), digits),
    };
  });
  return { kind: 'metering', periods };
}

/** An event counts on the day that the customer's clock showed. */
export function eventsWithin<E extends MeteredEvent>(
  events: readonly E[],
  period: Period,
  zone: TimeZoneId,
): readonly E[] {
  return events.filter(({ at }) => {
    const day = dayInZone(at, zone);
    return period.from <= day && day < period.to;
  });
}

/** What a level is made of: all that happened before the end of the period. */
function eventsBefore(
  events: readonly MeteredEvent[],
  period: Period,
  zone: TimeZoneId,
): readonly MeteredEvent[] {
  return events.filter(({ at }) => dayInZone(at, zone) < period.to);
}

/** Of several with one id, the first that was told. */
export function once<E extends MeteredEvent>(events: readonly E[]): readonly E[] {
  const ids = new Set<string>();
  return events.filter(({ id }) => !ids.has(id) && ids.add(id));
}
