import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { BillingHistory, Stint } from './billing-history.ts';
import { earlier, later } from './calendar.ts';
import { servicePeriod } from './periods.ts';
import { recurringLines } from './recurring-lines.ts';
import type { DueLine, Service } from './service.ts';
import { versionInForce } from './stints.ts';
import { usageLines } from './usage-lines.ts';

/** All lines that a stint makes due up to the history's last day. */
export function dueLines(stint: Stint, history: BillingHistory, profile: PolicyProfile): readonly DueLine[] {
  const lines: DueLine[] = [];
  const rule = {
    start: stint.anchor,
    interval: stint.interval,
    billing: stint.subscription.billing,
  };
  for (let index = 0; ; index += 1) {
    const grid = servicePeriod(rule, index);
    const from = later(grid.from, stint.from);
    if (grid.from > history.until || (stint.to !== null && from >= stint.to)) break;
    const to = stint.to === null ? grid.to : earlier(grid.to, stint.to);
    if (from < to) lines.push(...linesOfPeriod({ stint, grid, period: { from, to } }, history, profile));
  }
  return lines.filter(({ dueOn }) => dueOn <= history.until);
}

function linesOfPeriod(
  service: Omit<Service, 'priceVersion'>,
  history: BillingHistory,
  profile: PolicyProfile,
): readonly DueLine[] {
  const { stint, period } = service;
  const signing = profile.existingSubscriptions === 'price-at-signing' ? stint.from : period.from;
  const version = versionInForce(history.plans, stint.plan, signing);
  const priced: Service = { ...service, priceVersion: version.effectiveFrom };
  return version.charges.flatMap((charge) =>
    charge.kind === 'usage'
      ? usageLines({ service: priced, charge }, history, profile)
      : recurringLines({ service: priced, charge }, profile),
  );
}
