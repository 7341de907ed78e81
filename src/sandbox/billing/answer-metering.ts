import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { instant } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { fractionFromDecimal, shownQuantity, sum } from '../arithmetic/fraction.ts';
import { localHour } from '../arithmetic/zone.ts';
import type { Rules } from '../rules/index.ts';
import type { MeteredEvent } from '../rules/usage/metered-event.ts';
import { meterUsage } from './meter-usage.ts';

type MeteringQuestion = Extract<Calculation, { readonly kind: 'metering' }>;

/** What each period would be billed for the events. */
export function answerMetering(rules: Rules, question: MeteringQuestion): CalculationAnswer {
  const { timeZone, charge, currency } = question;
  const events = eventsOf(rules, question);
  const periods = question.periods.map((period) => {
    const window = rules.usageWindow(period, timeZone);
    // A level is made of all that changed it before.
    const isLevel = charge.aggregation === 'weighted-sum';
    const inWindow = events.filter(({ at }) => (isLevel || window.from <= at) && at < window.to);
    const isFree = question.unusedPeriods === 'free' && inWindow.length === 0;
    const parts = isFree ? [] : meterUsage(rules, charge, { events: inWindow, window });
    const minor = parts.map(({ amount }) => rules.roundToMinor(amount, currency));
    const total = minor.reduce((left, right) => left + right, 0n);
    return {
      quantity: shownQuantity(sum(parts.map(({ quantity }) => quantity))),
      amount: decimalFrom(total, minorUnitDigits(currency)),
    };
  });
  return { kind: 'metering', periods };
}

/** An event that comes again is not taken in again. */
function eventsOf(rules: Rules, question: MeteringQuestion): readonly MeteredEvent[] {
  const taken = new Map<string, MeteredEvent>();
  for (const event of question.events) {
    const key = rules.usageKey({ ...event, customerId: '', meter: question.charge.meter });
    if (taken.has(key)) continue;
    const at = instant(event.at);
    taken.set(key, {
      id: event.id,
      quantity: fractionFromDecimal(event.quantity),
      at,
      localHour: localHour(at, question.timeZone),
      properties: event.properties ?? {},
      subject: event.subject ?? event.id,
      operation: event.operation ?? 'add',
    });
  }
  return [...taken.values()];
}
