import type { Charge } from '../model/billing/catalog.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { Period } from '../model/date.ts';
import type { BillingHistory, MeteredUsage } from './billing-history.ts';
import { type Fraction, fractionOf, isZero, plus, total, zero } from './fraction.ts';
import { priceOf } from './price.ts';
import { plainText } from './rounding.ts';
import { type DueCharge, type DueLine, namesOf } from './service.ts';
import { dayInZone } from './time-zone.ts';
import { newTrail } from './trail.ts';

type UsageCharge = Extract<Charge, { kind: 'usage' }>;

/** What was metered while the service ran, priced when it is over. */
export function usageLines(
  due: DueCharge<UsageCharge>,
  history: BillingHistory,
  profile: PolicyProfile,
): readonly DueLine[] {
  const { service, charge } = due;
  const quantities = usedIn(service.period, charge.meter, history);
  const quantity = total(quantities);
  const trail = newTrail();
  trail.note(
    `${quantities.length} readings of ${charge.meter} from ${service.period.from} until before ${service.period.to} (${history.timeZone})`,
    quantity,
  );
  const { amount } = priceOf(charge.price, { quantity, runningTotals: runningTotals(quantities) }, trail);
  if (isZero(quantity) && isZero(amount) && profile.zeroUsage === 'no-line') return [];
  return [
    {
      dueOn: service.period.to,
      line: { ...namesOf(due), kind: 'usage', period: service.period, quantity: plainText(quantity) },
      amount,
      trail: trail.steps,
    },
  ];
}

/** What was metered in the period by the customer's calendar; a repeated id counts once. */
function usedIn(period: Period, meter: string, history: BillingHistory): readonly Fraction[] {
  const counted = new Map<string, MeteredUsage>();
  for (const event of history.usage) {
    if (event.meter !== meter || counted.has(event.id)) continue;
    counted.set(event.id, event);
  }
  return [...counted.values()]
    .filter(({ at }) => {
      const day = dayInZone(at, history.timeZone);
      return period.from <= day && day < period.to;
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((event) => fractionOf(event.quantity));
}

function runningTotals(quantities: readonly Fraction[]): readonly Fraction[] {
  let reached = zero;
  return quantities.map((quantity) => {
    reached = plus(reached, quantity);
    return reached;
  });
}
