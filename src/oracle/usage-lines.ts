import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { UsageCharge } from '../model/billing/usage-charge.ts';
import type { BillingHistory, MeteredUsage } from './billing-history.ts';
import { isZero } from './fraction.ts';
import { meteredParts } from './metering.ts';
import { eventsWithin, once } from './metering-answer.ts';
import { plainText } from './rounding.ts';
import { type DueCharge, type DueLine, namesOf } from './service.ts';
import { newTrail } from './trail.ts';

/** What was metered while the service ran, priced when it is over: a line for each price of the charge. */
export function usageLines(
  due: DueCharge<UsageCharge>,
  history: BillingHistory,
  profile: PolicyProfile,
): readonly DueLine[] {
  const { service, charge } = due;
  const { period } = service;
  const events = eventsWithin(usageOf(due, history), period, history.timeZone);
  const trail = newTrail();
  trail.note(
    `${events.length} readings of ${charge.meter} from ${period.from} until before ${period.to}`,
    history.timeZone,
  );
  const parts = meteredParts(charge, { events, zone: history.timeZone }, trail);
  return parts
    .filter(
      ({ code, quantity, amount }) =>
        !isZero(quantity) || !isZero(amount) || (profile.zeroUsage === 'zero-line' && code === charge.code),
    )
    .map(({ code, quantity, amount }) => ({
      dueOn: period.to,
      line: { ...namesOf(due), charge: code, kind: 'usage', period, quantity: plainText(quantity) },
      amount,
      trail: trail.steps,
    }));
}

/** Every reading once that the charge of the subscription is for. */
function usageOf(due: DueCharge<UsageCharge>, history: BillingHistory): readonly MeteredUsage[] {
  const { key } = due.service.stint.subscription;
  return once(history.usage.filter(({ meter }) => meter === due.charge.meter)).filter(
    ({ subscription }) => subscription === undefined || subscription === key,
  );
}
