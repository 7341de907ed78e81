import type { Period } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { fractionOf, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { RatingQuestion } from '../../claim.ts';
import { decimalOf, type Fields } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';
import { timingOf } from '../fields/timing-field.ts';

/** Days at the beginning that cost nothing; a trial that is paid costs what any other days do. */
export function freeDaysOf(plan: Fields): number {
  const isPaid = ['trialPaid', 'paidTrial'].some((key) => plan.has(key) && plan.raw(key) === true);
  const days = plan.has('trialDays') ? plan.count('trialDays') : 0;
  return isPaid ? 0 : days;
}

/** Usage of the plan's only charge, summed over all events: the case must keep them within one period. */
export function usageOfPlan(given: Fields, plan: Fields, currency: string): RatingQuestion | null {
  const unit = unitOfPlan(given, plan, currency);
  return unit === null ? null : { ...unit, quantity: quantityOf(given.object('usage')) };
}

/** The price of the plan's only charge, asked of nothing yet; null where there is no usage to price. */
function unitOfPlan(given: Fields, plan: Fields, currency: string): RatingQuestion | null {
  if (!plan.has('charges')) return null;
  if (!given.has('usage')) {
    // A charge that nothing was used of asks for nothing.
    for (const charge of plan.objects('charges')) readUnusedCharge(charge);
    return null;
  }
  const [charge, ...others] = plan.objects('charges');
  if (charge === undefined || others.length > 0) throw new Inexpressible('usage of several charges');
  const timing = timingOf(charge, 'arrears');
  if (timing !== 'arrears') throw new Inexpressible(`usage billed ${timing}`);
  return {
    kind: 'rating',
    currency,
    price: { kind: 'per-unit', unit: charge.decimal('unit') },
    quantity: '0',
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
  };
}

export function readUnusedCharge(charge: Fields): void {
  charge.decimal('unit');
  const timing = timingOf(charge, 'arrears');
  if (timing !== 'arrears' || charge.has('minimum'))
    throw new Inexpressible('a charge that is due without usage');
}

/** What was used in each of the periods, on the day on which the period is over; periods without usage are left out. */
export function usageBetween(given: Fields, plan: Fields, periods: readonly Period[]) {
  const question = unitOfPlan(given, plan, given.text('currency'));
  if (question === null) return [];
  const usage = given.object('usage');
  if (!usage.has('events')) throw new Inexpressible('usage of several periods without its days');
  const events = usage.objects('events').map((event) => ({
    day: event.day('at'),
    quantity: fractionOf(decimalOf(event.raw('value'), event.path)),
  }));
  return periods.flatMap(({ from, to }) => {
    const mine = events.filter(({ day }) => day >= from && day < to);
    if (mine.length === 0) return [];
    const quantity = plainText(total(mine.map((event) => event.quantity)));
    return [{ on: to, usage: { ...question, quantity } }];
  });
}

function quantityOf(usage: Fields): Decimal {
  if (usage.has('quantity')) return usage.decimal('quantity');
  const events = usage.objects('events');
  const months = new Set(events.map((event) => event.day('at').slice(0, 7)));
  if (months.size > 1) throw new Inexpressible('usage of several months in one fee');
  return plainText(total(events.map((event) => fractionOf(decimalOf(event.raw('value'), event.path)))));
}
